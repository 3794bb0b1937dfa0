package congressbot.bot.panel;

import congressbot.bot.account.Account;
import congressbot.bot.account.Right;
import congressbot.bot.account.Session;
import congressbot.bot.account.Witness;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// A call of somebody who is in and may do what she asks for.
///
/// @param form what she sent; empty for a page that she only reads
public record Visit(Context call, Session session, Form form) {
    /// More digits than these are no number of ours.
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");

    private static final String CPF = "cpf";
    private static final String WHOLE = "inteiro";

    /// Asks a page for whole documents: a part of its query.
    public static final String WHOLE_CPF = CPF + "=" + WHOLE;

    /// Names the notice that the next page shows.
    static final String NOTICE = "aviso";

    public Account account() {
        return session.account();
    }

    public String congress() {
        return account().congress();
    }

    public Witness witness() {
        return Witness.of(account());
    }

    public boolean may(Right right) {
        return account().role().may(right);
    }

    /// Whether whole documents are asked for, by somebody who may see them.
    public boolean wantsWholeCpf() {
        return may(Right.SEE_WHOLE_CPF) && query(CPF).equals(WHOLE);
    }

    /// A value of the query, or the empty text. Without NUL, which no table takes.
    public String query(String name) {
        String value = call.queryParam(name);
        return value == null ? "" : value.replace("\0", "");
    }

    /// A number of the query; empty where it is none.
    public OptionalLong queryNumber(String name) {
        return read(query(name)).map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    /// A number of the path; empty where it is none, and so nothing that is there.
    public Optional<Long> number(String parameter) {
        return read(call.pathParam(parameter));
    }

    /// Whether a part of the page is asked for, and not the page.
    public boolean isForPart() {
        return "true".equals(call.header("HX-Request"));
    }

    /// Sends the browser to a page of ours, by GET whatever the method was.
    public void goTo(String path) {
        call.redirect(path, HttpStatus.SEE_OTHER);
    }

    /// The same, and the page shows a notice: `notice.` and its name is a key of `panel.properties`.
    public void goTo(String path, String notice) {
        goTo(path + (path.contains("?") ? "&" : "?") + NOTICE + "=" + notice);
    }

    private static Optional<Long> read(String text) {
        return NUMBER.matcher(text).matches() ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }
}
