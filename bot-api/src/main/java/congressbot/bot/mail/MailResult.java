package congressbot.bot.mail;

/// What became of a mail. A reason holds no address, and nothing that the server wrote: that may hold one.
public sealed interface MailResult {
    /// The mail server took it.
    record Sent() implements MailResult {}

    /// It did not leave, or nobody knows whether it did: another try may succeed.
    record TryLater(String reason) implements MailResult {}

    /// It will never leave in this form.
    record Refused(String reason) implements MailResult {}
}
