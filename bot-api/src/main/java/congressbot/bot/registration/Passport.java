package congressbot.bot.registration;

import java.util.regex.Pattern;

/// The passport of somebody who has no CPF.
///
/// @param number capitals and digits, as they stand in the passport
public record Passport(String number) implements Document {
    private static final Pattern NUMBER = Pattern.compile("[A-Z0-9]{5,20}");

    /// Characters at the end that stay legible, so that two can be told apart.
    static final int LEGIBLE = 3;

    public Passport {
        if (!NUMBER.matcher(number).matches()) {
            throw new IllegalArgumentException("a passport has 5 to 20 capitals and digits");
        }
    }

    /// Masked like a CPF.
    @Override
    public String shown() {
        return masked("•");
    }

    @Override
    public String toString() {
        return "Passport[" + masked("*") + "]";
    }

    private String masked(String cover) {
        int covered = number.length() - LEGIBLE;
        return cover.repeat(covered) + number.substring(covered);
    }
}
