package congressbot.bot.mail;

import congressbot.bot.congress.Congress;
import congressbot.bot.registration.Registration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The mail that confirms a registration.
public final class Confirmation {
    static final String TEMPLATE = "confirmation";

    private static final Days DAYS = Days.load();

    private Confirmation() {}

    /// Tells the person what was registered.
    ///
    /// @param key of the outbox row
    /// @param number of the registration, as the person was told in the chat
    public static Mail of(String key, Congress congress, Registration registration, long number) {
        Map<String, String> values = Map.of(
                "name", registration.name().value(),
                "firstName", registration.name().first(),
                "number", Long.toString(number),
                "congress", congress.name(),
                "dates", DAYS.between(congress.start(), congress.end()),
                "place", place(congress.venue()),
                "profile", registration.profile().label(),
                "city", registration.city().shown(),
                "contact", contact(congress.contact()));
        return new Mail(key, registration.email().value(), TEMPLATE, values);
    }

    private static String place(Congress.Venue venue) {
        return Stream.of(Optional.of(venue.name()), venue.address(), Optional.of(venue.city() + "/" + venue.state()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
    }

    private static String contact(Congress.Contact contact) {
        return Stream.of(contact.name(), contact.email(), contact.phone(), contact.site())
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" · "));
    }
}
