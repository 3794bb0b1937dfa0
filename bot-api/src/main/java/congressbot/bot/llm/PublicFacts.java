package congressbot.bot.llm;

import congressbot.bot.congress.Congress;
import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All that `congress.yaml` says, as one text: what no answer can be wrong about.
final class PublicFacts {
    private PublicFacts() {}

    static String of(Congress congress) {
        Congress.Venue venue = congress.venue();
        Congress.Contact contact = congress.contact();
        Congress.Enrolment enrolment = congress.enrolment();
        Stream<Optional<String>> facts = Stream.of(
                Optional.of(congress.name()),
                congress.shortName(),
                congress.description(),
                Optional.of(congress.start() + " - " + congress.end()),
                congress.hours(),
                Optional.of(venue.name()),
                venue.address(),
                Optional.of(venue.city() + ", " + venue.state()),
                contact.name(),
                contact.email(),
                contact.phone(),
                contact.site(),
                enrolment.opens().map(LocalDate::toString),
                enrolment.closes().map(LocalDate::toString),
                enrolment.fee(),
                Optional.of(String.join(", ", congress.profiles())),
                Optional.of(congress.controller()),
                congress.privacyUrl().map(URI::toString));
        return facts.flatMap(Optional::stream).collect(Collectors.joining("\n"));
    }
}
