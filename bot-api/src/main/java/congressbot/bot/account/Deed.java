package congressbot.bot.account;

import java.util.Locale;

/// What is written into the log; the constants are the values of the column, in capitals with
/// underscores.
public enum Deed {
    LOGIN,
    LOGOUT,
    CHOOSE_PASSWORD,
    TURN_ON_TOTP,
    TURN_OFF_TOTP,
    END_SESSIONS,
    INVITE,
    CHANGE_ROLE,
    DISABLE,
    ENABLE,
    READ_DOCUMENT,
    EXPORT,
    ADD,
    EDIT,
    CANCEL,
    RESTORE,
    RESEND,
    IMPORT,
    UNDO_IMPORT,
    DISCARD_IMPORT,
    READ_CHAT,
    TAKE_OVER,
    GIVE_BACK,
    SAY,
    NOTE,
    REMOVE_NOTE,
    ASSIGN,
    CLOSE_ALERT,
    EDIT_CANNED,
    EDIT_KNOWLEDGE,
    EDIT_CONGRESS,
    ANSWER_QUESTION,
    DISMISS_QUESTION,
    EDIT_NUMBERS,
    /// Put groups together, took a question out of one, opened one again.
    SORT_QUESTION,
    /// Looked for somebody by a CPF without the right to see it.
    SEARCH_DOCUMENT;

    /// Its value in the column.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
