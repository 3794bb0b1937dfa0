package congressbot.bot.panel;

import congressbot.bot.participant.Page;
import congressbot.bot.participant.Participant;
import congressbot.bot.participant.Totals;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// What the page of the list shows.
///
/// @param term what was searched for, empty for nothing
/// @param formToken for the forms of this session
public record Listing(String term, Totals totals, Page page, Wording wording, String formToken) {
    static final String TERM = "busca";
    static final String OLDER_THAN = "antes";
    static final String NEWER_THAN = "depois";

    public boolean searched() {
        return !term.isEmpty();
    }

    public List<Participant> participants() {
        return page.participants();
    }

    public boolean isCancelled(Participant participant) {
        return participant.status() == Participant.Status.CANCELLED;
    }

    public String status(Participant participant) {
        return wording.status(participant.status());
    }

    public String registered(Participant participant) {
        return wording.moment(participant.registered());
    }

    /// The address of the page above this one.
    public Optional<String> newer() {
        if (!page.newer()) {
            return Optional.empty();
        }
        return Optional.of(
                participants().isEmpty()
                        ? Panel.PATH + "?" + search()
                        : beside(NEWER_THAN, participants().getFirst()));
    }

    /// The address of the page below this one.
    public Optional<String> older() {
        return page.older() ? Optional.of(beside(OLDER_THAN, participants().getLast())) : Optional.empty();
    }

    /// The address of the file that holds what the search finds.
    public String file() {
        return ListFile.PATH + (searched() ? "?" + search() : "");
    }

    private String beside(String side, Participant participant) {
        return Panel.PATH + "?" + side + "=" + participant.number() + (searched() ? "&" + search() : "");
    }

    private String search() {
        return TERM + "=" + URLEncoder.encode(term, StandardCharsets.UTF_8);
    }
}
