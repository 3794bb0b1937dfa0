package congressbot.bot.congress;

import congressbot.bot.text.Spelling;
import java.net.URI;
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

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final Pattern ACCOUNT = Pattern.compile("[a-z]{2,16}:[!-9;-~]{1,128}");
    private static final Pattern STATE = Pattern.compile("[A-Z]{2}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");

    private final Problems problems = new Problems();
    private final Section top;

    private CongressFile(Yaml.Mapping document) {
        top = new Section("", document, problems);
    }

    static CongressFolder.Outcome read(String fileName, String content) {
        try {
            if (!(Yaml.parse(content) instanceof Yaml.Mapping document)) {
                return faulty(fileName, 1, "keys are expected, each on a line: name: …");
            }
            return new CongressFile(document).read(fileName);
        } catch (Yaml.Broken e) {
            return faulty(fileName, e.line(), e.problem());
        }
    }

    static CongressFolder.Outcome faulty(String fileName, int line, String message) {
        return new CongressFolder.Outcome.Faulty(List.of(fileName + ":" + line + ": " + message));
    }

    private CongressFolder.Outcome read(String fileName) {
        LocalDate start = top.required("start", top.date("start")).orElse(LocalDate.EPOCH);
        LocalDate end = top.required("end", top.date("end")).orElse(LocalDate.MAX);
        if (end.isBefore(start)) {
            problems.add(top.line("end"), "end is before start");
        }
        Parts parts = new Parts(id(), profiles(), venue(), contact(), enrolment(), accounts());
        Supplier<Congress> congress = congress(start, end, parts);
        top.finish();
        return problems.none()
                ? new CongressFolder.Outcome.Read(congress.get())
                : new CongressFolder.Outcome.Faulty(problems.of(fileName));
    }

    private record Parts(
            String id,
            List<String> profiles,
            Congress.Venue venue,
            Congress.Contact contact,
            Congress.Enrolment enrolment,
            List<String> accounts) {}

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
        Optional<String> quietHours = top.optional("quietHours", LABEL);
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
                quietHours);
    }

    private String id() {
        return matching(top, "id", top.optional("id", LABEL), ID, "lower-case letters, digits and hyphens, up to 40")
                .orElse(Congress.DEFAULT_ID);
    }

    private List<String> profiles() {
        List<String> profiles = top.list("profiles", LABEL);
        int count = profiles.size();
        if (count < Congress.MIN_PROFILES || count > Congress.MAX_PROFILES) {
            problems.add(top.line("profiles"), "profiles must be a list of 2 to 10 labels");
        }
        if (profiles.stream().map(Spelling::folded).distinct().count() < count) {
            problems.add(top.line("profiles"), "two profiles read the same");
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
                matching(venue, "state", state, STATE, "two capital letters").orElse(""));
    }

    private Congress.Contact contact() {
        Section contact = top.section("contact", true);
        Optional<String> name = contact.optional("name", LINE);
        Optional<String> email = matching(
                contact, "email", contact.optional("email", LINE), EMAIL, "an address of the form name@domain");
        Optional<String> phone = contact.optional("phone", LABEL);
        Optional<String> site = contact.url("site", LINE).map(URI::toString);
        if (Stream.of("email", "phone", "site").allMatch(key -> contact.lacks(key))) {
            problems.add(top.line("contact"), "contact needs an email, a phone or a site");
        }
        return new Congress.Contact(name, email, phone, site);
    }

    private Congress.Enrolment enrolment() {
        Section registration = top.section("registration", false);
        Optional<LocalDate> opens = registration.date("opens");
        Optional<LocalDate> closes = registration.date("closes");
        if (opens.isPresent() && closes.isPresent() && closes.get().isBefore(opens.get())) {
            problems.add(registration.line("closes"), "registration.closes is before registration.opens");
        }
        return new Congress.Enrolment(
                opens, closes, registration.optional("fee", LINE), registration.flag("sharedEmail"));
    }

    private List<String> accounts() {
        List<String> accounts = top.list("accounts", LINE);
        if (!accounts.stream().allMatch(account -> ACCOUNT.matcher(account).matches())) {
            problems.add(top.line("accounts"), "accounts must have the form channel:account");
        }
        return accounts;
    }

    private Optional<String> matching(
            Section section, String key, Optional<String> value, Pattern form, String explained) {
        if (value.isPresent() && !form.matcher(value.get()).matches()) {
            problems.add(section.line(key), section.nameOf(key) + " must be " + explained);
        }
        return value;
    }
}
