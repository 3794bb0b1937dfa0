package congressbot.gateway.bridge.whatsapp;

import congressbot.wire.message.Mask;
import congressbot.wire.message.PhoneNumber;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An address on WhatsApp, `user@server`, without the number of the device that a linked phone writes
/// from.
public record Jid(String user, String server) {
    private static final Pattern FORM = Pattern.compile("([0-9A-Za-z._-]{1,64})(?::[0-9]{1,5})?@([a-z.]{1,32})");
    private static final Pattern PHONE = Pattern.compile("[1-9][0-9]{6,14}");

    private static final String PHONE_SERVER = "s.whatsapp.net";
    private static final String OLD_PHONE_SERVER = "c.us";
    private static final String HIDDEN_SERVER = "lid";

    /// Announcements of WhatsApp, and Meta's assistant.
    private static final Set<String> NOBODY = Set.of("0", "13135550002");

    public static Optional<Jid> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches() ? Optional.of(new Jid(matcher.group(1), matcher.group(2))) : Optional.empty();
    }

    public static Jid ofPhone(String digits) {
        return new Jid(digits, PHONE_SERVER);
    }

    /// By phone number or by a hidden id; all else is a group, a broadcast, a newsletter, a machine.
    public boolean isPerson() {
        return (isPhone() || isHidden()) && !NOBODY.contains(user);
    }

    public boolean isPhone() {
        return server.equals(PHONE_SERVER) || server.equals(OLD_PHONE_SERVER);
    }

    /// A LID: it looks like a phone number and is none.
    public boolean isHidden() {
        return server.equals(HIDDEN_SERVER);
    }

    public Optional<PhoneNumber> phone() {
        boolean number = isPhone() && PHONE.matcher(user).matches();
        return number ? Optional.of(new PhoneNumber("+" + user)) : Optional.empty();
    }

    /// As the channel wrote it.
    public String address() {
        return user + "@" + server;
    }

    /// The same for both spellings of a phone's server.
    public String canonical() {
        return isPhone() ? user + "@" + PHONE_SERVER : address();
    }

    @Override
    public String toString() {
        return Mask.tail(user) + "@" + server;
    }
}
