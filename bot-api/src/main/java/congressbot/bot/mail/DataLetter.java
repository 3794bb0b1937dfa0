package congressbot.bot.mail;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import congressbot.bot.congress.Congress;
import congressbot.bot.participant.Participant.Status;
import congressbot.bot.participant.PersonalData;
import congressbot.bot.registration.Abroad;
import congressbot.bot.registration.BadgeName;
import congressbot.bot.registration.Cpf;
import congressbot.bot.registration.Document;
import congressbot.bot.registration.Municipality;
import congressbot.bot.registration.Passport;
import congressbot.bot.registration.Place;
import congressbot.bot.registration.Registration;
import congressbot.bot.text.Language;
import congressbot.wire.Json;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// The mail that brings a person all that is stored about her, as the law wants it: to be read, and as a file for other
/// programs. The document stands whole in the file alone.
public final class DataLetter {
    static final String TEMPLATE = "data";

    private DataLetter() {}

    /// What the file holds: the columns of the row, absent ones as null.
    @JsonInclude(JsonInclude.Include.ALWAYS)
    private record Row(
            String congress,
            long number,
            String status,
            String fullName,
            Optional<String> badgeName,
            String email,
            boolean emailShared,
            Optional<String> cpf,
            Optional<String> passport,
            String phone,
            String city,
            OptionalInt cityCode,
            Optional<String> state,
            String country,
            String profile,
            String privacyVersion,
            Instant privacyShownAt,
            String channel,
            Instant createdAt,
            Instant updatedAt) {}

    /// Tells the person what is stored.
    ///
    /// @param key of the outbox row
    public static Mail of(String key, Congress congress, Language language, PersonalData data) {
        Phrases phrases = Letters.phrases(language);
        Registration registration = data.registered().registration();
        Values all = new Values(congress, phrases);
        Map<String, String> values = all.ofEveryMail(data.registered());
        values.putAll(all.ofBadge(registration));
        values.put("status", phrases.of("status." + lower(data.status())));
        values.put("email", registration.email().value());
        values.put("document", registration.document().shown());
        values.put("phone", registration.phone().shown());
        values.put("channel", data.channel());
        values.put("created", data.created().toString());
        values.put("updated", data.updated().toString());
        values.put("privacyVersion", registration.notice().version());
        values.put("privacyAt", registration.notice().shownAt().toString());
        String name = phrases.of("data.file") + "-" + data.registered().number() + ".json";
        Attachment file = new Attachment(name, "application/json", json(data));
        return new Mail(key, registration.email().value(), TEMPLATE, language, values, Optional.of(file));
    }

    private static String json(PersonalData data) {
        try {
            return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(row(data)) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write personal data", e);
        }
    }

    private static Row row(PersonalData data) {
        Registration told = data.registered().registration();
        Document document = told.document();
        Place place = told.city();
        return new Row(
                data.congress(),
                data.registered().number(),
                lower(data.status()),
                told.name().value(),
                told.badge().map(BadgeName::value),
                told.email().value(),
                data.sharedEmail(),
                document instanceof Cpf(String digits) ? Optional.of(digits) : Optional.empty(),
                document instanceof Passport(String number) ? Optional.of(number) : Optional.empty(),
                told.phone().number().value(),
                switch (place) {
                    case Municipality municipality -> municipality.name();
                    case Abroad abroad -> abroad.city();
                },
                place instanceof Municipality municipality ? OptionalInt.of(municipality.code()) : OptionalInt.empty(),
                place instanceof Municipality municipality
                        ? Optional.of(municipality.state().name())
                        : Optional.empty(),
                place instanceof Abroad abroad ? abroad.country() : "BR",
                told.profile().label(),
                told.notice().version(),
                told.notice().shownAt(),
                data.channel(),
                data.created(),
                data.updated());
    }

    private static String lower(Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }
}
