package congressbot.bot.registration;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.bot.text.Texts;
import congressbot.wire.message.Content;
import congressbot.wire.message.PhoneNumber;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Twenty thousand messages of somebody who knows every word and no order.
class RandomWalkTest {
    private static final int STEPS = 20_000;
    private static final int STEPS_A_CHAT = 60;

    private static final List<String> SENSIBLE = List.of(
            "quero me inscrever",
            "Maria da Silva",
            "meu nome é Ana Lima",
            "maria@gmail.com",
            "ana@gmail.com",
            "529.982.247-25",
            "11144477735",
            "62 99876-5432",
            "este mesmo",
            "Goiânia",
            "moro em Anápolis",
            "1",
            "2",
            "estudante",
            "sim",
            "sim");
    private static final List<String> DIFFICULT = List.of(
            "oi",
            "bom dia",
            "não",
            "voltar",
            "ajuda",
            "manter",
            "nada",
            "obrigado",
            "kkkk",
            "seu idiota",
            "3",
            "6",
            "9",
            "Maria",
            "maria123",
            "maria@gmial.com",
            "maria@gmail",
            "joão@gmail.com",
            "a@b.com e c@d.com",
            "maria@",
            "1234",
            "529.982.247-26",
            "111.111.111-11",
            "11.222.333/0001-81",
            "99876-5432",
            "12",
            "62 9876-5432",
            "Bom Jesus",
            "PI",
            "Bahia",
            "GO",
            "Goiânia/SP",
            "Lugar Nenhum",
            "professora",
            "o email está errado",
            "corrigir",
            "blá blá",
            "quanto custa?",
            "quando e onde vai ser?",
            "quando é?",
            "onde é?",
            "até quando?",
            "quem pode participar?",
            "qual o contato?",
            "o que é o congresso?",
            "por que o cpf?",
            "tem estacionamento?",
            "qual o sentido da vida?",
            "Ana Lima, ana@gmail.com",
            "cpf 111.444.777-35",
            "taken@gmail.com",
            "taken@gmail.com",
            "935.411.347-80",
            "a".repeat(2_000),
            "x".repeat(70) + " " + "y".repeat(70),
            "ab 1",
            "李娜");
    private static final List<String> LOSING = List.of("cancelar", "recomeçar", "desistir");

    private static final List<Content> UNREADABLE = List.of(
            new Content.Unsupported("sticker"),
            new Content.Reaction("3A", "👍"),
            new Content.Audio("ref", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
            new Content.Image("ref", Optional.empty()),
            new Content.Document("ref", Optional.empty(), Optional.empty()),
            new Content.Location(-16.6, -49.2, Optional.empty(), Optional.empty()),
            new Content.Contact("Ana", Optional.empty()));

    /// What only a congress described otherwise needs.
    private static final Set<String> OTHER_CONGRESSES = Set.of(
            "dead.apology",
            "enrolment.not-yet",
            "enrolment.over",
            "notice-without-link",
            "facts.dates",
            "facts.place",
            "facts.privacy-without-link");

    private final Random random = new Random(20270520);
    private final Set<String> keys = new HashSet<>();

    @Test
    void nothing_is_registered_without_a_yes_and_nothing_known_is_lost() {
        int registered = 0;
        for (int step = 0; step < STEPS; step += STEPS_A_CHAT) {
            registered += walk();
        }

        assertThat(registered).isGreaterThan(20);
        Set<String> unused = new HashSet<>(Sample.TEXTS.keys());
        unused.removeAll(keys);
        unused.removeAll(OTHER_CONGRESSES);
        unused.removeIf(key -> key.startsWith("label."));
        assertThat(unused).as("sentences that nobody says").isEmpty();
    }

    /// How often this chat registered.
    private int walk() {
        Chat chat = chat();
        String before = "";
        String twoBefore = "";
        for (int step = 0; step < STEPS_A_CHAT; step++) {
            State from = chat.state;
            Content content = content();
            Heard heard = Sample.DIALOGUE.hear(content, from);
            Move move = chat.take(heard);
            String reply = Sample.TEXTS.reply(move.says(), move.asks(), move.options());

            assertThat(reply).hasSizeLessThanOrEqualTo(Texts.MAX_REPLY);
            registeredOnlyByYes(from, heard, move);
            nothingIsLost(from, heard, chat.state, move);
            if (!answersAQuestion(move)) {
                assertThat(reply.isEmpty() || !reply.equals(before) || !reply.equals(twoBefore))
                        .as(reply)
                        .isTrue();
            }
            twoBefore = before;
            before = reply;
        }
        keys.addAll(chat.keys);
        return (int)
                chat.effects.stream().filter(Effect.Register.class::isInstance).count();
    }

    private Chat chat() {
        Chat chat = new Chat();
        chat.takenEmails.add("taken@gmail.com");
        chat.takenCpfs.add("93541134780");
        chat.phone = random.nextBoolean() ? Optional.of(new PhoneNumber("+5562998765432")) : Optional.empty();
        if (random.nextInt(4) == 0) {
            chat.race.add(random.nextBoolean() ? Field.CPF : Field.EMAIL);
        }
        return chat;
    }

    private Content content() {
        int dice = random.nextInt(100);
        if (dice < 4) {
            return UNREADABLE.get(random.nextInt(UNREADABLE.size()));
        }
        List<String> pool = dice < 60 ? SENSIBLE : dice < 98 ? DIFFICULT : LOSING;
        return new Content.Text(pool.get(random.nextInt(pool.size())));
    }

    private static void registeredOnlyByYes(State from, Heard heard, Move move) {
        boolean completed = move.next() instanceof State.Completed && !(from instanceof State.Completed);
        List<Effect> registrations = move.effects().stream()
                .filter(Effect.Register.class::isInstance)
                .toList();
        assertThat(registrations).hasSize(completed ? 1 : 0);
        if (completed) {
            assertThat(from).isInstanceOf(State.Confirming.class);
            assertThat(from.pending()).isEmpty();
            assertThat(heard).isInstanceOf(Heard.Yes.class);
            Registration summary = ((State.Confirming) from).registration();
            assertThat(((Effect.Register) registrations.getFirst()).registration())
                    .isEqualTo(summary);
        }
    }

    private static void nothingIsLost(State from, Heard heard, State to, Move move) {
        boolean ordered = heard instanceof Heard.Ordered(Heard.Command command)
                && (command == Heard.Command.RESTART || command == Heard.Command.CANCEL);
        boolean cancelled = from.pending().orElse(null) instanceof Pending.ReallyCancel && heard instanceof Heard.Yes;
        boolean hit = move.effects().stream().anyMatch(Effect.DuplicateHit.class::isInstance);
        if (ordered || cancelled || hit || to instanceof State.Completed) {
            return;
        }
        assertThat(answers(to).byField().keySet())
                .containsAll(answers(from).byField().keySet());
    }

    private static Answers answers(State state) {
        return switch (state) {
            case State.Collecting open -> open.answers();
            case State.Confirming open -> open.registration().answers();
            case State.Idle _, State.Completed _ -> Answers.NONE;
        };
    }

    private static boolean answersAQuestion(Move move) {
        return move.says().stream().anyMatch(text -> text.key().startsWith("facts."));
    }
}
