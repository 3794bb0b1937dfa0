package congressbot.bot.llm;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// What tokens cost.
///
/// @param input a million tokens of what is sent
/// @param output a million tokens of what comes back
public record Prices(BigDecimal input, BigDecimal output) {
    private static final int MICROS = 6;

    boolean areFree() {
        return input.signum() == 0 && output.signum() == 0;
    }

    /// In millionths of the currency, rounded up: a price of a million tokens is millionths for each token.
    long micros(int inputTokens, int outputTokens) {
        return input.multiply(BigDecimal.valueOf(inputTokens))
                .add(output.multiply(BigDecimal.valueOf(outputTokens)))
                .setScale(0, RoundingMode.CEILING)
                .longValueExact();
    }

    static long micros(BigDecimal amount) {
        return amount.movePointRight(MICROS).setScale(0, RoundingMode.DOWN).longValueExact();
    }
}
