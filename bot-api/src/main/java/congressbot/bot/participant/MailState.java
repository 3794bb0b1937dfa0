package congressbot.bot.participant;

/// What became of the last mail to a person; the constants are the values of the column, in capitals.
public enum MailState {
    /// There was none yet.
    NONE,
    PENDING,
    /// Taken by the mail server of the address.
    SENT,
    REFUSED,
    /// Perhaps sent.
    UNKNOWN,
    CANCELLED
}
