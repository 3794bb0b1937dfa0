package congressbot.bot.account;

/// What a deed was done to.
///
/// @param kind a word of ours, such as `participant`
/// @param id its number or name; never personal data
public record Subject(String kind, String id) {
    public static final String ACCOUNT = "account";

    public Subject(String kind, long id) {
        this(kind, Long.toString(id));
    }

    static Subject account(long id) {
        return new Subject(ACCOUNT, id);
    }

    /// An account and the role that it was given.
    static Subject account(long id, Role role) {
        return new Subject(ACCOUNT, id + " " + role.code());
    }
}
