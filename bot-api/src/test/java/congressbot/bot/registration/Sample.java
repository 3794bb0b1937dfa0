package congressbot.bot.registration;

import congressbot.bot.congress.Congress;
import congressbot.bot.congress.CongressFacts;
import congressbot.bot.congress.CongressFolder;
import congressbot.bot.conversation.Reception;
import congressbot.bot.text.Language;
import congressbot.bot.text.Texts;
import congressbot.bot.text.Tongues;
import congressbot.bot.text.Words;
import congressbot.wire.message.Content;
import congressbot.wire.message.PhoneNumber;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One dialogue and one valid value of everything, for all tests.
final class Sample {
    static final Words WORDS = Words.load(Language.PORTUGUESE);
    static final Texts TEXTS = Texts.load(Language.PORTUGUESE);
    static final Municipalities MUNICIPALITIES = Municipalities.load();
    static final Congress CONGRESS = congress();
    static final CongressFacts FACTS = new CongressFacts(CONGRESS, WORDS);
    static final Tongues TONGUES = Tongues.load();
    static final Reception RECEPTION = new Reception(CONGRESS, MUNICIPALITIES, TONGUES);
    static final Dialogue DIALOGUE = new Dialogue(CONGRESS, MUNICIPALITIES, Places.of(MUNICIPALITIES), WORDS, TEXTS);

    static final Notice NOTICE = new Notice("2026-11", Instant.parse("2026-11-20T18:00:00Z"));
    static final Phone PHONE = new Phone(new PhoneNumber("+5562998765432"));
    static final Registration REGISTRATION = new Registration(
            NOTICE,
            new FullName("Maria da Silva"),
            new EmailAddress("maria@gmail.com"),
            new Cpf("52998224725"),
            PHONE,
            new Municipality(5208707, "Goiânia", Uf.GO),
            new Profile("Estudante"),
            Optional.empty());

    /// Somebody from abroad, with every field.
    static final Registration ABROAD = new Registration(
            NOTICE,
            new FullName("Zuleica Prado"),
            new EmailAddress("zu@example.pt"),
            new Passport("FX123456"),
            new Phone(new PhoneNumber("+351912345678")),
            new Abroad("Lisboa", "PT"),
            new Profile("Professor(a)"),
            Optional.of(new BadgeName("Zuzu")));

    private Sample() {}

    private static Congress congress() {
        CongressFolder.Outcome outcome = CongressFolder.read(Path.of("src/test/resources/congress"));
        return ((CongressFolder.Outcome.Read) outcome).congress();
    }

    /// The state in which this field is asked, all earlier ones answered.
    static State.Collecting asking(Field field) {
        List<Field> fields = List.of(Field.values());
        Answers answers = REGISTRATION.answers();
        for (Field missing : fields.subList(fields.indexOf(field), fields.size())) {
            answers = answers.without(missing);
        }
        return new State.Collecting(NOTICE, answers, field, 0, Optional.empty(), Optional.empty());
    }

    /// A text as the recognisers get it.
    static Said said(String typed) {
        return Said.of(typed, false, new SpokenDigits(WORDS));
    }

    /// What the person reads of one move, in Portuguese.
    static String reply(Move move) {
        return TEXTS.reply(move.says().stream().map(Remark::text).toList(), move.asks(), move.options());
    }

    static Facts facts() {
        return Facts.of(NOTICE);
    }

    static Content.Audio voice(String transcript) {
        return new Content.Audio("ref", Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(transcript));
    }
}
