package congressbot.bot.congress;

import congressbot.bot.congress.Fault.Kind;
import congressbot.bot.text.Spelling;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads `congress.yaml`: all of it, however many problems there are.
final class CongressFile {
    /// Longest texts, in characters: every answer of the bot must fit into one message.
    private static final int LINE = 200;

    private static final int PARAGRAPH = 1_000;
    private static final int LABEL = 60;

    private static final Duration SHORTEST_PAUSE = Duration.ofMinutes(5);
    private static final Duration LONGEST_PAUSE = Duration.ofDays(1);

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final Pattern ACCOUNT = Pattern.compile("[a-z]{2,16}:[!-9;-~]{1,128}");
    private static final Pattern STATE = Pattern.compile("[A-Z]{2}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");

    private final Problems problems = new Problems();
    private final Section top;

    private CongressFile(Yaml.Mapping document) {
        top = new Section("", document, problems);
    }

    static CongressText read(String content) {
        try {
            if (!(Yaml.parse(content) instanceof Yaml.Mapping document)) {
                return new CongressText.Faulty(List.of(Fault.at(1, Kind.NO_KEYS)));
            }
            return new CongressFile(document).read();
        } catch (Yaml.Broken e) {
            return new CongressText.Faulty(List.of(e.fault()));
        }
    }

    private CongressText read() {
        LocalDate start = top.required("start", top.date("start")).orElse(LocalDate.EPOCH);
        LocalDate end = top.required("end", top.date("end")).orElse(LocalDate.MAX);
        if (end.isBefore(start)) {
            problems.add(top.line("end"), Kind.END_BEFORE_START);
        }
        Parts parts = new Parts(id(), profiles(), venue(), contact(), enrolment(), accounts(), attendance());
        Supplier<Congress> congress = congress(start, end, parts);
        top.finish();
        return problems.none() ? new CongressText.Read(congress.get()) : new CongressText.Faulty(problems.all());
    }

    private record Parts(
            String id,
            List<String> profiles,
            Congress.Venue venue,
            Congress.Contact contact,
            Congress.Enrolment enrolment,
            List<String> accounts,
            Congress.Attendance attendance) {}

    /// Built only when there are no problems: a congress is valid by construction.
    private Supplier<Congress> congress(LocalDate start, LocalDate end, Parts parts) {
        String name = top.required("name", LINE);
        Optional<String> shortName = top.optional("shortName", LABEL);
        Optional<String> description = top.optional("description", PARAGRAPH);
        Optional<String> hours = top.optional("hours", LINE);
        String controller = top.required("controller", LINE);
        Optional<URI> privacyUrl = top.url("privacyUrl", LINE);
        String privacyVersion = top.required("privacyVersion", LABEL);
        List<String> languages = top.list("languages", LABEL);
        Optional<String> quietHours = quietHours();
        return () -> new Congress(
                parts.id(),
                name,
                shortName,
                description,
                start,
                end,
                hours,
                parts.venue(),
                parts.contact(),
                parts.enrolment(),
                parts.profiles(),
                controller,
                privacyUrl,
                privacyVersion,
                parts.accounts(),
                languages,
                quietHours,
                parts.attendance());
    }

    private String id() {
        return matching(top, "id", top.optional("id", LABEL), ID, Kind.NO_ID).orElse(Congress.DEFAULT_ID);
    }

    private List<String> profiles() {
        List<String> profiles = top.list("profiles", LABEL);
        int count = profiles.size();
        if (count < Congress.MIN_PROFILES || count > Congress.MAX_PROFILES) {
            problems.add(top.line("profiles"), Kind.PROFILE_COUNT);
        }
        if (profiles.stream().map(Spelling::folded).distinct().count() < count) {
            problems.add(top.line("profiles"), Kind.PROFILES_ALIKE);
        }
        return profiles;
    }

    private Congress.Venue venue() {
        Section venue = top.section("venue", true);
        String name = venue.required("name", LINE);
        Optional<String> address = venue.optional("address", LINE);
        String city = venue.required("city", LINE);
        Optional<String> state = venue.required("state", venue.optional("state", LABEL));
        return new Congress.Venue(
                name,
                address,
                city,
                matching(venue, "state", state, STATE, Kind.NO_STATE).orElse(""));
    }

    private Congress.Contact contact() {
        Section contact = top.section("contact", true);
        Optional<String> name = contact.optional("name", LINE);
        Optional<String> email = matching(contact, "email", contact.optional("email", LINE), EMAIL, Kind.NO_EMAIL);
        Optional<String> phone = contact.optional("phone", LABEL);
        Optional<String> site = contact.url("site", LINE).map(URI::toString);
        if (Stream.of("email", "phone", "site").allMatch(key -> contact.lacks(key))) {
            problems.add(top.line("contact"), Kind.NO_WAY_OF_CONTACT);
        }
        return new Congress.Contact(name, email, phone, site);
    }

    private Congress.Enrolment enrolment() {
        Section registration = top.section("registration", false);
        Optional<LocalDate> opens = registration.date("opens");
        Optional<LocalDate> closes = registration.date("closes");
        if (opens.isPresent() && closes.isPresent() && closes.get().isBefore(opens.get())) {
            problems.add(registration.line("closes"), Kind.CLOSES_BEFORE_OPENS);
        }
        return new Congress.Enrolment(
                opens, closes, registration.optional("fee", LINE), registration.flag("sharedEmail"));
    }

    private Congress.Attendance attendance() {
        Section attendance = top.section("attendance", false);
        Optional<String> email =
                matching(attendance, "email", attendance.optional("email", LINE), EMAIL, Kind.NO_EMAIL);
        return new Congress.Attendance(
                attendance.optional("name", LABEL),
                attendance.optional("hours", LINE),
                email,
                attendance.minutes("pause", SHORTEST_PAUSE, LONGEST_PAUSE).orElse(Congress.Attendance.USUAL_PAUSE));
    }

    private List<String> accounts() {
        List<String> accounts = top.list("accounts", LINE);
        if (!accounts.stream().allMatch(account -> ACCOUNT.matcher(account).matches())) {
            problems.add(top.line("accounts"), Kind.NO_ACCOUNTS);
        }
        return accounts;
    }

    private Optional<String> quietHours() {
        Optional<String> hours = top.optional("quietHours", LABEL);
        if (hours.isPresent() && QuietHours.parse(hours.get()).isEmpty()) {
            problems.add(top.line("quietHours"), Kind.NO_QUIET_HOURS, "quietHours");
        }
        return hours;
    }

    private Optional<String> matching(
            Section section, String key, Optional<String> value, Pattern form, Kind otherwise) {
        if (value.isPresent() && !form.matcher(value.get()).matches()) {
            problems.add(section.line(key), otherwise, section.nameOf(key));
        }
        return value;
    }
}
