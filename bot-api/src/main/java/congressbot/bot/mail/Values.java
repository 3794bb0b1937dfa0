package congressbot.bot.mail;

import congressbot.bot.congress.Congress;
import congressbot.bot.registration.Abroad;
import congressbot.bot.registration.BadgeName;
import congressbot.bot.registration.Municipality;
import congressbot.bot.registration.Place;
import congressbot.bot.registration.Registered;
import congressbot.bot.registration.Registration;
import congressbot.bot.text.Language;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the mails of one congress tell in one language. The congress's own words stay as they are.
final class Values {
    private final Congress congress;
    private final Phrases phrases;

    Values(Congress congress, Phrases phrases) {
        this.congress = congress;
        this.phrases = phrases;
    }

    /// Who is written to, about what, and who can help.
    Map<String, String> ofEveryMail(Registered registered) {
        Map<String, String> values = new HashMap<>();
        values.put("firstName", registered.registration().name().first());
        values.put("number", Long.toString(registered.number()));
        values.put("congress", congress.name());
        values.put("contact", congress.contact().full());
        return values;
    }

    Map<String, String> ofCongress() {
        return Map.of("dates", new Days(phrases).between(congress.start(), congress.end()), "place", venue());
    }

    /// What stands on the badge, and where the person comes from.
    Map<String, String> ofBadge(Registration registration) {
        Map<String, String> values = new HashMap<>();
        values.put("name", registration.name().value());
        registration.badge().map(BadgeName::value).ifPresent(badge -> values.put("badge", badge));
        values.put("profile", registration.profile().label());
        values.put("city", shown(registration.city(), phrases.language()));
        return values;
    }

    private String venue() {
        Congress.Venue venue = congress.venue();
        return Stream.of(Optional.of(venue.name()), venue.address(), Optional.of(venue.city() + "/" + venue.state()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
    }

    private static String shown(Place place, Language language) {
        return switch (place) {
            case Municipality municipality -> municipality.shown();
            case Abroad(String city, String country) ->
                city + ", " + Locale.of("", country).getDisplayCountry(language.locale());
        };
    }
}
