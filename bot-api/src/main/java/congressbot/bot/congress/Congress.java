package congressbot.bot.congress;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A congress as its organisers describe it in `congress.yaml`.
///
/// @param id names it in the database
/// @param start first day
/// @param end last day
/// @param hours daily opening hours, free text
/// @param profiles the roles to choose from, 2 to 10 labels
/// @param controller who answers for the personal data, by Brazilian law (LGPD)
/// @param privacyVersion which privacy notice is shown: stands in every registration
/// @param accounts the receiving accounts, `channel:account`, that belong to this congress
/// @param languages besides the main one; unused so far
/// @param quietHours when nothing is sent unasked, as `22:00-08:00`; see [QuietHours]
/// @param attendance who answers where the bot does not
public record Congress(
        String id,
        String name,
        Optional<String> shortName,
        Optional<String> description,
        LocalDate start,
        LocalDate end,
        Optional<String> hours,
        Venue venue,
        Contact contact,
        Enrolment enrolment,
        List<String> profiles,
        String controller,
        Optional<URI> privacyUrl,
        String privacyVersion,
        List<String> accounts,
        List<String> languages,
        Optional<String> quietHours,
        Attendance attendance) {

    public static final String DEFAULT_ID = "default";
    public static final int MIN_PROFILES = 2;
    public static final int MAX_PROFILES = 10;

    public Congress {
        if (end.isBefore(start) || profiles.size() < MIN_PROFILES || profiles.size() > MAX_PROFILES) {
            throw new IllegalArgumentException("a congress ends after its start and has 2 to 10 profiles");
        }
        profiles = List.copyOf(profiles);
        accounts = List.copyOf(accounts);
        languages = List.copyOf(languages);
    }

    /// The short name where there is one.
    public String called() {
        return shortName.orElse(name);
    }

    /// With this address of the privacy notice, unless it has its own.
    Congress withPrivacyUrl(URI url) {
        return new Congress(
                id,
                name,
                shortName,
                description,
                start,
                end,
                hours,
                venue,
                contact,
                enrolment,
                profiles,
                controller,
                Optional.of(privacyUrl.orElse(url)),
                privacyVersion,
                accounts,
                languages,
                quietHours,
                attendance);
    }

    /// Where it takes place.
    ///
    /// @param state two letters
    public record Venue(String name, Optional<String> address, String city, String state) {}

    /// How to reach the organisers: at least one of the three ways.
    public record Contact(
            Optional<String> name, Optional<String> email, Optional<String> phone, Optional<String> site) {
        /// The quickest ways on one line.
        public String line() {
            String direct = joined(Stream.of(email, phone));
            return direct.isEmpty() ? site.orElse("") : direct;
        }

        /// All of it on one line.
        public String full() {
            return joined(Stream.of(name, email, phone, site));
        }

        private static String joined(Stream<Optional<String>> parts) {
            return parts.flatMap(Optional::stream).collect(Collectors.joining(" · "));
        }
    }

    /// Who of the organisers answers?
    public String attendant() {
        return attendance.name().or(contact::name).orElseGet(this::called);
    }

    /// Which people answer in chats, and when.
    ///
    /// @param name who answers; the contact's when it is absent
    /// @param hours when, free text; "as soon as possible" when it is absent
    /// @param email where alerts go; when it is absent, to the contact
    /// @param pause how long the bot leaves a chat to them at most, unless one of them takes it over
    public record Attendance(Optional<String> name, Optional<String> hours, Optional<String> email, Duration pause) {
        public static final Duration USUAL_PAUSE = Duration.ofHours(2);

        /// Nothing is said about it.
        public static final Attendance USUAL =
                new Attendance(Optional.empty(), Optional.empty(), Optional.empty(), USUAL_PAUSE);

        public Attendance {
            if (!pause.isPositive()) {
                throw new IllegalArgumentException("a pause lasts");
            }
        }
    }

    /// When one may register, and what it costs.
    ///
    /// @param fee free text
    /// @param sharedEmail whether several people, such as a family, may register with one address
    public record Enrolment(
            Optional<LocalDate> opens, Optional<LocalDate> closes, Optional<String> fee, boolean sharedEmail) {
        /// Whether one may register on this day.
        public boolean isOpenOn(LocalDate day) {
            return !isBeforeOpening(day)
                    && closes.map(last -> !day.isAfter(last)).orElse(true);
        }

        public boolean isBeforeOpening(LocalDate day) {
            return opens.map(day::isBefore).orElse(false);
        }
    }
}
