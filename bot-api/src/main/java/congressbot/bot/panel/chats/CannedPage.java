package congressbot.bot.panel.chats;

import congressbot.bot.attention.CannedReplies;
import congressbot.bot.attention.CannedReplies.Canned;
import congressbot.bot.attention.CannedReplies.Keeping;
import congressbot.bot.panel.Pages;
import congressbot.bot.panel.Visit;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// `/painel/respostas`: answers that are written once and used often.
public final class CannedPage {
    private static final String PATH = "/painel/respostas";
    private static final Canned NONE = new Canned(0, "", "", 0);

    private final CannedReplies replies;
    private final Pages pages;

    CannedPage(CannedReplies replies, Pages pages) {
        this.replies = replies;
        this.pages = pages;
    }

    /// What the page shows.
    ///
    /// @param typed what was typed and refused, whichever it is; number 0 for a new one
    /// @param error what was wrong; empty when nothing was
    public record Shown(List<Canned> replies, Canned typed, String error) {
        /// What stands in the form of one of them.
        public Canned form(Canned kept) {
            return typed.id() == kept.id() && !error.isEmpty()
                    ? new Canned(kept.id(), typed.title(), typed.text(), kept.version())
                    : kept;
        }

        public boolean fails(long id) {
            return !error.isEmpty() && typed.id() == id;
        }
    }

    void show(Visit visit) {
        show(visit, HttpStatus.OK, NONE, "");
    }

    private void show(Visit visit, HttpStatus status, Canned typed, String error) {
        Shown shown = new Shown(replies.all(visit.congress()), typed, error);
        pages.show(visit, status, "chats/canned", Map.of("shown", shown));
    }

    void add(Visit visit) {
        Canned typed = typed(visit, 0);
        answer(visit, typed, replies.add(visit.witness(), typed.title(), typed.text()));
    }

    void change(Visit visit) {
        Optional<Long> id = visit.number("id");
        if (id.isEmpty()) {
            pages.notFound(visit);
            return;
        }
        Canned typed = typed(visit, id.get());
        answer(visit, typed, replies.change(visit.witness(), typed));
    }

    void remove(Visit visit) {
        Optional<Long> id = visit.number("id");
        if (id.isPresent() && replies.remove(visit.witness(), id.get())) {
            visit.goTo(PATH, "canned-removed");
        } else {
            pages.notFound(visit);
        }
    }

    private void answer(Visit visit, Canned typed, Keeping keeping) {
        switch (keeping) {
            case Keeping.Kept() -> visit.goTo(PATH, "canned-kept");
            case Keeping.Unfit() -> show(visit, HttpStatus.UNPROCESSABLE_CONTENT, typed, said("unfit"));
            case Keeping.Refused() -> show(visit, HttpStatus.CONFLICT, typed, said("refused"));
            case Keeping.Changed(Optional<Canned> now)
            when now.isPresent() -> show(visit, HttpStatus.CONFLICT, typed, said("changed"));
            case Keeping.Changed _ ->
                show(visit, HttpStatus.CONFLICT, new Canned(0, typed.title(), typed.text(), 0), said("gone"));
        }
    }

    private String said(String why) {
        return pages.wording().said("canned.error." + why);
    }

    private static Canned typed(Visit visit, long id) {
        String version = visit.form().field("versao");
        return new Canned(
                id,
                visit.form().field("titulo"),
                visit.form().field("texto"),
                version.matches("[0-9]{1,9}") ? Integer.parseInt(version) : 0);
    }
}
