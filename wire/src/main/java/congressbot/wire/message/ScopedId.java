package congressbot.wire.message;

import java.util.regex.Pattern;

/// The common shape of our identities, `channel:account:id`. Neither channel nor account holds a colon; the id may.
final class ScopedId {
    /// Longest account and id in characters: room for every JID, LID and business-scoped id that is known.
    static final int MAX_PART = 128;

    private static final Pattern ACCOUNT = Pattern.compile("[!-9;-~]{1," + MAX_PART + "}");
    private static final Pattern ID = Pattern.compile("[!-~]{1," + MAX_PART + "}");

    private ScopedId() {}

    /// Splits into channel, account, id; fails when a part is missing.
    static String[] split(String text) {
        String[] parts = text.split(":", 3);
        if (parts.length != 3) {
            throw new IllegalArgumentException("an id has the form channel:account:id");
        }
        return parts;
    }

    static void check(String account, String id) {
        if (!ACCOUNT.matcher(account).matches()) {
            throw new IllegalArgumentException("an account is printable ASCII without colon or space, up to 128");
        }
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("an id is printable ASCII without space, up to 128");
        }
    }
}
