package congressbot.bot.registration;

import java.util.regex.Pattern;

/// A CPF, the Brazilian taxpayer number: nine digits and two check digits.
public record Cpf(String digits) implements Answer {
    static final int LENGTH = 11;

    private static final Pattern DIGITS = Pattern.compile("[0-9]{11}");

    public Cpf {
        if (!DIGITS.matcher(digits).matches()) {
            throw new IllegalArgumentException("a CPF has 11 digits");
        }
    }

    @Override
    public Field field() {
        return Field.CPF;
    }

    /// Masked even for the person herself: chats are read over shoulders.
    @Override
    public String shown() {
        return "***." + digits.substring(3, 6) + "." + digits.substring(6, 9) + "-**";
    }

    @Override
    public String toString() {
        return "Cpf[" + shown() + "]";
    }
}
