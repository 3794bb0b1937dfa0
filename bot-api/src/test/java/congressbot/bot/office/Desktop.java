package congressbot.bot.office;

import congressbot.bot.account.AuditLog;
import congressbot.bot.account.Witness;
import congressbot.bot.congress.Congress;
import congressbot.bot.registration.Field;
import congressbot.bot.registration.FieldReader;
import congressbot.bot.registration.Municipalities;
import congressbot.bot.registration.Notice;
import congressbot.bot.registration.Places;
import congressbot.bot.registration.Registration;
import congressbot.bot.testing.MovedTime;
import congressbot.bot.testing.Rooms;
import congressbot.bot.testing.TestDatabase;
import congressbot.bot.text.Language;
import congressbot.bot.text.Tongues;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Jdbi;

/// An organiser's desk over an emptied database.
final class Desktop {
    static final Witness ANA = new Witness("default", OptionalLong.of(7), "Ana Organizadora");
    static final Witness STRANGER = new Witness("another", OptionalLong.of(8), "Outra");

    private static final Places PLACES = Places.of(Municipalities.load());
    private static final Tongues TONGUES = Tongues.load();

    final Jdbi jdbi = TestDatabase.emptied();
    final MovedTime time = new MovedTime(Instant.parse("2026-11-20T15:00:00Z"));
    final OfficeWords words = OfficeWords.load(UnaryOperator.identity());
    final Office.Stores stores = Office.Stores.of(jdbi, time);
    final Office office = new Office(stores, Desktop::congress, time);
    final Importer importer = new Importer(
            jdbi, new AuditLog(jdbi, time), new Importer.Rules(Desktop::congress, Desktop::reader, words), time);

    static Congress congress(String id) {
        return Rooms.sample().congress(id);
    }

    static FieldReader reader(Congress congress) {
        return new FieldReader(
                congress.profiles(), PLACES, TONGUES.of(Language.PORTUGUESE).words());
    }

    FormReader forms() {
        return new FormReader(reader(congress("default")), words);
    }

    /// A form as somebody fills it in.
    static Map<Field, String> typed() {
        Map<Field, String> typed = new EnumMap<>(Field.class);
        typed.put(Field.NAME, "Maria da Conceição");
        typed.put(Field.EMAIL, "maria@ufg.br");
        typed.put(Field.CPF, "529.982.247-25");
        typed.put(Field.PHONE, "(62) 99876-5432");
        typed.put(Field.CITY, "Goiânia/GO");
        typed.put(Field.PROFILE, congress("default").profiles().getFirst());
        return typed;
    }

    Registration registration(Map<Field, String> typed) {
        Notice notice = new Notice("2026-11", Instant.parse("2026-11-19T12:00:00Z"));
        FormReader.Result result = forms().read(typed, Set.of(), notice, Optional.empty());
        return result instanceof FormReader.Result.Complete(Registration registration) ? registration : fail(result);
    }

    private static Registration fail(FormReader.Result result) {
        throw new AssertionError(((FormReader.Result.Faulty) result).faults().toString());
    }

    /// Registers somebody by hand.
    long added(Map<Field, String> typed) {
        return ((Outcome.Done) office.add(ANA, registration(typed))).number();
    }
}
