package congressbot.dev.microbench;

import congressbot.bot.congress.Congress;
import congressbot.bot.congress.CongressText;
import congressbot.bot.congress.Congresses;
import congressbot.bot.conversation.Reception;
import congressbot.bot.conversation.Speaker;
import congressbot.bot.registration.Burst;
import congressbot.bot.registration.Dialogue;
import congressbot.bot.registration.Facts;
import congressbot.bot.registration.Lookup;
import congressbot.bot.registration.Move;
import congressbot.bot.registration.Municipalities;
import congressbot.bot.registration.Notice;
import congressbot.bot.registration.State;
import congressbot.bot.text.Language;
import congressbot.bot.text.Tongues;
import congressbot.wire.message.Content;
import congressbot.wire.message.Option;
import congressbot.wire.message.PhoneNumber;
import congressbot.wire.resource.ResourceFile;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// What bot-api does between reading a chat's state and storing it anew: pure, without any store.
final class Mind {
    private static final PhoneNumber WRITES_FROM = new PhoneNumber("+5562998765432");
    private static final Notice NOTICE = new Notice("2026-11", Instant.parse("2026-11-20T18:31:02Z"));
    private static final long NEXT_NUMBER = 1_234;

    private final Congress congress;
    private final Tongues tongues = Tongues.load();
    private final Reception reception;

    Mind() {
        congress = congress();
        reception = new Reception(congress, Municipalities.load(), tongues);
    }

    private static Congress congress() {
        String text = ResourceFile.beside(Mind.class, "congress.yaml").text();
        return switch (Congresses.read(text, URI.create("https://inscricao.example"))) {
            case CongressText.Read(Congress read) -> read;
            case CongressText.Faulty(var faults) -> throw new IllegalStateException("a bad congress.yaml: " + faults);
        };
    }

    /// What a chat is after a turn.
    ///
    /// @param reply empty when nothing is said
    record Thought(State state, Language language, String reply, List<Option> options) {
        static final Thought START = new Thought(State.START, Language.PORTUGUESE, "", List.of());

        Thought {
            options = List.copyOf(options);
        }
    }

    Congress about() {
        return congress;
    }

    Tongues tongues() {
        return tongues;
    }

    /// One turn. Nothing is taken by somebody else, and no document answers a question.
    Thought think(Thought before, String text) {
        State state = before.state();
        Reception.Understood understood = reception.hear(new Content.Text(text), state, before.language());
        Speaker speaker = reception.in(understood.language());
        Dialogue dialogue = speaker.dialogue();
        List<Lookup> lookups = dialogue.lookups(state, understood.heard());
        Move move = dialogue.next(state, understood.heard(), facts(lookups));
        Burst burst = new Burst();
        burst.add(move);
        String reply = speaker.texts().reply(burst.says(), burst.asks(), burst.options());
        return new Thought(move.next(), speaker.language(), reply, burst.options());
    }

    private static Facts facts(List<Lookup> lookups) {
        boolean registers = lookups.stream().anyMatch(Lookup.NextNumber.class::isInstance);
        return new Facts(
                Set.of(),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(WRITES_FROM),
                registers ? OptionalLong.of(NEXT_NUMBER) : OptionalLong.empty(),
                NOTICE,
                List.of(),
                false);
    }
}
