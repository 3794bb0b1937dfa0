package congressbot.bot.mail;

/// Sends mail.
public interface Mailer {
    /// Blocks until the mail server took the mail or did not. Never throws for what the network or the server does.
    MailResult send(Mail mail);
}
