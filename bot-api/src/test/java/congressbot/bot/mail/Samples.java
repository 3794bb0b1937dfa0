package congressbot.bot.mail;

import congressbot.bot.congress.Congress;
import congressbot.bot.participant.Participant;
import congressbot.bot.participant.PersonalData;
import congressbot.bot.registration.Abroad;
import congressbot.bot.registration.BadgeName;
import congressbot.bot.registration.Cpf;
import congressbot.bot.registration.EmailAddress;
import congressbot.bot.registration.FullName;
import congressbot.bot.registration.Municipality;
import congressbot.bot.registration.Notice;
import congressbot.bot.registration.Passport;
import congressbot.bot.registration.Phone;
import congressbot.bot.registration.Profile;
import congressbot.bot.registration.Registered;
import congressbot.bot.registration.Registration;
import congressbot.bot.registration.Uf;
import congressbot.bot.text.Language;
import congressbot.wire.message.PhoneNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Mails to send.
final class Samples {
    static final String KEY = "confirmation:default:128";
    static final String CPF = "52998224725";

    private Samples() {}

    static Mail confirmation() {
        return confirmation(Language.PORTUGUESE);
    }

    static Mail confirmation(Language language) {
        return Confirmation.of(KEY, congress(), language, new Registered(128, registration()));
    }

    static Mail data(Language language) {
        return DataLetter.of("m:128:data:r:x", congress(), language, personalData(registration()));
    }

    /// Of a foreigner with a name of her own on the badge.
    static Mail foreignersData() {
        return DataLetter.of("m:128:data:r:x", congress(), Language.ENGLISH, personalData(foreigner()));
    }

    static Mail foreignersConfirmation(Language language) {
        return Confirmation.of(KEY, congress(), language, new Registered(128, foreigner()));
    }

    static Mail reminder(Language language) {
        return Reminder.of("m:128:reminder:2026-11-02", congress(), language, new Registered(128, registration()));
    }

    static Mail confirmationTo(String address) {
        return mail(KEY, address, "confirmation", confirmation().values());
    }

    static Mail mail(String key, String to, String template, Map<String, String> values) {
        return new Mail(key, to, template, Language.PORTUGUESE, values, Optional.empty());
    }

    static Mail confirmationWith(String value, String text) {
        Map<String, String> values = new HashMap<>(confirmation().values());
        values.put(value, text);
        return mail(KEY, "conceicao@ufg.br", "confirmation", values);
    }

    private static Registration registration() {
        return new Registration(
                new Notice("1", Instant.parse("2026-09-01T12:00:00Z")),
                new FullName("Conceição D'Ávila Araújo"),
                new EmailAddress("conceicao@ufg.br"),
                new Cpf(CPF),
                new Phone(new PhoneNumber("+5562998765432")),
                new Municipality(5_208_707, "Goiânia", Uf.GO),
                new Profile("Estudante de pós-graduação"),
                Optional.empty());
    }

    private static Registration foreigner() {
        Registration brazilian = registration();
        return new Registration(
                brazilian.notice(),
                new FullName("Anna Müller"),
                new EmailAddress("anna@example.org"),
                new Passport("C01X00T47"),
                new Phone(new PhoneNumber("+4930901820")),
                new Abroad("Köln", "DE"),
                brazilian.profile(),
                Optional.of(new BadgeName("Anni")));
    }

    private static PersonalData personalData(Registration registration) {
        return new PersonalData(
                "default",
                new Registered(128, registration),
                Participant.Status.CONFIRMED,
                false,
                "gowa",
                Instant.parse("2026-09-01T12:05:00Z"),
                Instant.parse("2026-09-02T08:00:00Z"));
    }

    private static Congress congress() {
        return new Congress(
                "default",
                "XII Congresso Goiano de Educação e Ação Social",
                Optional.of("CGEAS"),
                Optional.empty(),
                LocalDate.of(2026, 11, 12),
                LocalDate.of(2026, 11, 14),
                Optional.empty(),
                new Congress.Venue(
                        "Centro de Convenções da UFG",
                        Optional.of("Av. Esperança, s/n, Câmpus Samambaia"),
                        "Goiânia",
                        "GO"),
                new Congress.Contact(
                        Optional.of("Comissão organizadora"),
                        Optional.of("contato@congresso.example"),
                        Optional.of("+55 62 3521-0000"),
                        Optional.empty()),
                new Congress.Enrolment(Optional.empty(), Optional.empty(), Optional.empty(), false),
                List.of("Estudante de pós-graduação", "Docente"),
                "Universidade",
                Optional.empty(),
                "1",
                List.of(),
                List.of(),
                Optional.empty(),
                Congress.Attendance.USUAL);
    }
}
