package congressbot.bot.registration;

/// An e-mail address in lower case.
public record EmailAddress(String value) implements Answer {
    static final int MAX_LENGTH = 254;

    public EmailAddress {
        if (value.indexOf('@') < 1 || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("an e-mail address has the form name@domain, up to 254 characters");
        }
    }

    @Override
    public Field field() {
        return Field.EMAIL;
    }

    @Override
    public String shown() {
        return value;
    }

    @Override
    public String toString() {
        return "EmailAddress[" + value.charAt(0) + "…]";
    }
}
