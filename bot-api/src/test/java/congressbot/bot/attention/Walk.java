package congressbot.bot.attention;

import congressbot.bot.account.Witness;
import congressbot.bot.conversation.TurnResult;
import congressbot.bot.outbox.Outbox;
import congressbot.bot.testing.Person;
import congressbot.wire.Json;
import congressbot.wire.bot.DeadMessage;
import congressbot.wire.bot.SendState;
import congressbot.wire.message.Content;
import congressbot.wire.message.IncomingMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// One chat, in which things happen in a random order.
final class Walk {
    private static final List<String> TEXTS = List.of(
            "oi",
            "quero me inscrever",
            "Maria da Silva",
            "maria@ufg.br",
            "sim",
            "quero falar com um atendente",
            "que robô idiota",
            "continuar",
            "voltar ao bot",
            "quando é o congresso?",
            "obrigada",
            "cancelar");

    private final Street street;
    private final Random random;
    private final Person person;
    private final List<IncomingMessage> waiting = new ArrayList<>();
    private final List<IncomingMessage> recent = new ArrayList<>();
    private final List<String> inHand = new ArrayList<>();
    private final List<String> words = new ArrayList<>();
    private final List<String> violations = new ArrayList<>();
    private final StringBuilder story = new StringBuilder();
    private final int firstDelivered;
    private int whileTaken;
    private Optional<Long> chat = Optional.empty();

    Walk(Street street, int number, Random random) {
        this.street = street;
        this.random = random;
        this.person = new Person("55629%08d".formatted(10_000_000 + number), street.time.instant());
        this.firstDelivered = street.gateway.delivered().size();
    }

    void step() {
        switch (random.nextInt(15)) {
            case 0, 1, 2 -> write();
            case 3, 4, 5 -> turn();
            case 6 -> repeat();
            case 7, 8 -> send();
            case 9 -> bridge();
            case 10 -> relay();
            case 11 -> take();
            case 12 -> speak();
            case 13 -> giveBack();
            default -> other();
        }
    }

    private void other() {
        switch (random.nextInt(5)) {
            case 0 -> street.facts.drain();
            case 1 -> look();
            case 2 -> bury();
            case 3 -> street.snapshots.forget(person.says("").conversation());
            default -> pass(Duration.ofSeconds(random.nextInt(1, 1_200)));
        }
    }

    private void write() {
        IncomingMessage message = random.nextInt(12) == 0
                ? person.sends(new Content.FromStaff("Aqui é a Carla"))
                : person.says(TEXTS.get(random.nextInt(TEXTS.size())));
        waiting.add(message);
        tell("write");
    }

    /// The worker's call; now and then somebody takes the chat over while it is being decided.
    private void turn() {
        if (waiting.isEmpty()) {
            return;
        }
        if (chat.isPresent() && random.nextInt(4) == 0) {
            street.time.before(this::take);
        }
        List<IncomingMessage> batch = waiting.subList(0, random.nextInt(1, waiting.size() + 1));
        TurnResult.Answered answered =
                (TurnResult.Answered) street.conversing.engine().turn(List.copyOf(batch));
        street.time.forget();
        recent.clear();
        recent.addAll(batch);
        if (isTaken()) {
            whileTaken += answered.consumed();
        }
        waiting.subList(0, answered.consumed()).clear();
        tell("turn:" + answered.send());
        hold(answered);
        find();
    }

    /// The worker asks again because the answer was lost.
    private void repeat() {
        if (!recent.isEmpty()) {
            hold((TurnResult.Answered) street.conversing.engine().turn(List.copyOf(recent)));
            tell("repeat");
        }
    }

    private void hold(TurnResult.Answered answered) {
        if (answered.send() == SendState.NOW) {
            inHand.add(answered.key());
        }
    }

    /// The worker sends what it holds, late or soon; the bridge takes its time.
    private void send() {
        if (!inHand.isEmpty()) {
            String key = inHand.remove(random.nextInt(inHand.size()));
            tell("send:" + street.gateway.begin(key).getClass().getSimpleName());
        }
    }

    private void bridge() {
        List<String> keys = street.gateway.atTheBridge();
        if (!keys.isEmpty()) {
            String key = keys.get(random.nextInt(keys.size()));
            if (random.nextInt(3) == 0) {
                street.gateway.fail(key);
                tell("fail");
            } else {
                deliver(key);
            }
        }
    }

    private void deliver(String key) {
        judge(key);
        street.gateway.deliver(key, street.time.instant());
        tell("deliver");
    }

    private void relay() {
        pass(Duration.ofSeconds(random.nextInt(10)));
        street.bridge = key -> {
            int status = List.of(200, 200, 503, 500).get(random.nextInt(4));
            if (status == 200) {
                judge(key);
            }
            return status;
        };
        street.relay.sendReplies();
        tell("relay");
    }

    private void judge(String key) {
        if (isTaken() && !key.startsWith(Outbox.BY_A_PERSON)) {
            violations.add(key);
        }
    }

    private void take() {
        chat.ifPresent(number -> {
            Witness who = random.nextBoolean() ? Street.ANA : Street.RUI;
            Duration span = Duration.ofMinutes(random.nextInt(5, 120));
            street.attending.takeovers().take(who, number, span, random.nextBoolean());
            tell("take:" + isTaken());
        });
    }

    private void speak() {
        chat.ifPresent(number -> {
            String nonce = "nonce-" + words.size() + "-" + number;
            var said = street.attending.words().say(Street.ANA, number, nonce, "Olá " + words.size());
            if (said instanceof OrganiserWords.Saying.Said) {
                words.add(Outbox.BY_A_PERSON + "w:" + number + ":" + nonce);
                street.attending.words().say(Street.ANA, number, nonce, "Olá de novo");
            }
            tell("speak:" + said.getClass().getSimpleName());
        });
    }

    private void giveBack() {
        chat.ifPresent(number -> {
            street.attending.takeovers().giveBack(random.nextBoolean() ? Street.ANA : Street.RUI, number);
            tell("back");
        });
    }

    private void look() {
        street.attending.takeovers().look();
        tell("look");
    }

    /// The worker gives a message up.
    private void bury() {
        if (!waiting.isEmpty()) {
            IncomingMessage message = waiting.removeFirst();
            street.conversing
                    .deadLetters()
                    .add(new DeadMessage(
                            message.id().value(), message.conversation().value(), Json.write(message), "attempts", 5));
            tell("bury");
        }
    }

    private void pass(Duration span) {
        street.time.pass(span);
    }

    /// Everything that began ends; everything that is due leaves.
    void comeToRest() {
        inHand.clear();
        street.gateway.atTheBridge().forEach(this::deliver);
        look();
        chat.ifPresent(number -> {
            street.attending.takeovers().giveBack(Street.ANA, number);
            street.attending.takeovers().giveBack(Street.RUI, number);
        });
        street.bridge = _ -> 200;
        for (int run = 0; run < 60 && pending() > 0; run++) {
            pass(Duration.ofMinutes(2));
            while (street.relay.sendReplies()) {
                tell("more");
            }
        }
        while (street.facts.drain()) {
            tell("more");
        }
    }

    List<String> violations() {
        return violations;
    }

    /// What should have reached the person in this order and did not, and what is left.
    List<String> lost() {
        List<String> all = street.gateway.delivered();
        List<String> reached = all.subList(firstDelivered, all.size()).stream()
                .filter(words::contains)
                .toList();
        List<String> lost = new ArrayList<>();
        if (!reached.equals(words)) {
            lost.add("said " + words + ", reached " + reached);
        }
        if (pending() > 0) {
            lost.add(pending() + " rows are pending");
        }
        return lost;
    }

    int messagesWhileTaken() {
        return whileTaken;
    }

    String story() {
        return story.toString();
    }

    private boolean isTaken() {
        return chat.flatMap(number -> street.jdbi.withHandle(handle -> AttentionRows.open(handle, "default", number)))
                .flatMap(Takeover::takenAt)
                .isPresent();
    }

    private int pending() {
        return street.jdbi.withHandle(
                handle -> handle.createQuery("SELECT count(*) FROM outbox WHERE kind = 'reply' AND status = 'pending'")
                        .mapTo(Integer.class)
                        .one());
    }

    private void find() {
        if (chat.isEmpty()) {
            chat = street.jdbi.withHandle(handle -> handle.createQuery("""
                            SELECT c.id FROM conversations c JOIN contact_aliases a USING (contact_id)
                            WHERE a.alias = :alias
                            """)
                    .bind("alias", person.jid())
                    .mapTo(Long.class)
                    .findOne());
        }
    }

    private void tell(String what) {
        story.append(what).append(' ');
    }
}
