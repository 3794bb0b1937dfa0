package congressbot.bot.account;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// What somebody does for the congress; the constants are the values of the column, in capitals.
public enum Role {
    /// Everything.
    OWNER,
    /// Everything but accounts.
    EDITOR,
    /// Answers in chats.
    SUPPORT,
    /// Looks people up at the entrance, document in hand.
    DOOR,
    /// Looks on.
    VIEWER;

    private static final Set<Right> OF_SUPPORT =
            EnumSet.of(Right.SEE_PARTICIPANTS, Right.SEE_CHATS, Right.ANSWER_CHATS);
    private static final Set<Right> OF_DOOR = EnumSet.of(Right.SEE_PARTICIPANTS, Right.SEE_WHOLE_CPF);
    private static final Set<Right> OF_VIEWER = EnumSet.of(Right.SEE_PARTICIPANTS, Right.SEE_FIGURES);

    public boolean may(Right right) {
        return switch (this) {
            case OWNER -> true;
            case EDITOR -> right != Right.MANAGE_ACCOUNTS;
            case SUPPORT -> OF_SUPPORT.contains(right);
            case DOOR -> OF_DOOR.contains(right);
            case VIEWER -> OF_VIEWER.contains(right);
        };
    }

    /// Its value in the column, and in forms.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
