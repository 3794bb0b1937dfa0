package congressbot.bot.registration;

import congressbot.bot.text.Spelling;
import java.util.Locale;
import java.util.Locale.IsoCountryCode;

/// A city outside Brazil. Nobody checks whether it exists.
///
/// @param city cleaned, 1 to 120 characters
/// @param country ISO 3166-1 alpha-2
public record Abroad(String city, String country) implements Place {
    static final int MAX_LENGTH = 120;
    static final String BRAZIL = "BR";

    private static final Locale PORTUGUESE = Locale.of("pt", "BR");

    public Abroad {
        int length = city.codePointCount(0, city.length());
        if (length < 1 || length > MAX_LENGTH || !city.equals(Spelling.cleaned(city))) {
            throw new IllegalArgumentException("a city has 1 to 120 visible characters");
        }
        if (country.equals(BRAZIL)
                || !Locale.getISOCountries(IsoCountryCode.PART1_ALPHA2).contains(country)) {
            throw new IllegalArgumentException("a country abroad has an ISO code");
        }
    }

    @Override
    public String shown() {
        return city + ", " + Locale.of("", country).getDisplayCountry(PORTUGUESE);
    }
}
