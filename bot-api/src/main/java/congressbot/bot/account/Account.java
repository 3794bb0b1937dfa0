package congressbot.bot.account;

/// Somebody who may come into the panel of one congress.
///
/// @param email in lower case; by it she says who she is
/// @param name as colleagues and attendees read it
public record Account(long id, String congress, String email, String name, Role role) {
    @Override
    public String toString() {
        return "Account[" + id + "]";
    }
}
