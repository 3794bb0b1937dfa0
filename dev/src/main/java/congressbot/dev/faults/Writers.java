package congressbot.dev.faults;

import congressbot.dev.bridge.FakeBridge.Written;
import congressbot.dev.house.House;
import congressbot.dev.people.Person;
import congressbot.dev.process.Pause;
import congressbot.dev.sabotage.Poison;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;

/// People who register, cancel, and register again. Some of their messages come twice, as bridges repeat what they are
/// not sure of; some come in pairs, without waiting for an answer.
final class Writers {
    private static final List<String> AFTERWARDS = afterwards();
    private static final double REPEATED = 0.05;
    private static final int SLOWEST_PERCENT = 200;
    private static final Duration SMALL_TALK = Duration.ofMillis(500);

    /// Of thirty people, one each writes one of the poisons, and this message of theirs is it.
    private static final int POISONERS_EVERY = 30;

    private static final int POISON_AT = 4;

    private final House house;
    private final Phones phones;
    private final Plan plan;
    private final Forgetting forgetting;
    private final Story.Notes notes;

    /// @param forgetting makes the queue forget what it has finished
    Writers(House house, Phones phones, Plan plan, Story.Notes notes, Forgetting forgetting) {
        this.house = house;
        this.phones = phones;
        this.plan = plan;
        this.notes = notes;
        this.forgetting = forgetting;
    }

    /// Returns when everybody has written everything and was answered, or has given up.
    ///
    /// @param first number of the first person; one more than planned writes small talk afterwards
    /// @param wanted whether anybody still has to write
    Story write(int first, BooleanSupplier wanted) {
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < plan.people(); i++) {
                int number = first + i;
                people.execute(() -> write(number, number == first));
            }
        }
        chat(first + plan.people(), wanted);
        return notes.whole();
    }

    /// Where nobody writes, nothing is hit.
    private void chat(int number, BooleanSupplier wanted) {
        Person person = Person.of(number);
        Random random = new Random(number);
        try {
            for (int i = 0; wanted.getAsBoolean(); i++) {
                Pause.of(SMALL_TALK);
                say(written(person, number, i, "oi " + i), random, true);
            }
        } catch (IOException | InterruptedException | RuntimeException e) {
            notes.complain(number + ": " + e);
        }
    }

    private void write(int number, boolean isFirst) {
        try {
            if (isFirst && plan.manner() == Manner.WITH_A_FLOOD) {
                flood(number);
            } else {
                write(messages(number), new Random(plan.seed() * 31 + number));
            }
        } catch (IOException | InterruptedException | RuntimeException e) {
            notes.complain(number + ": " + e);
        }
    }

    private void write(List<Written> messages, Random random) throws IOException, InterruptedException {
        int slowest = SLOWEST_PERCENT - random.nextInt(SLOWEST_PERCENT / 2); // some are quick, some are not
        List<Written> said = new ArrayList<>(); // since somebody last waited
        boolean hurries = false;
        for (int i = 0; i < messages.size(); i++) {
            if (!hurries) {
                Pause.of(plan.thinking().multipliedBy(random.nextInt(slowest)).dividedBy(100));
                repeat(said, random);
                said.clear();
            }
            boolean last = i + 1 == messages.size() && plan.manner() != Manner.ALL_AT_ONCE;
            hurries = !last && random.nextDouble() < plan.manner().hurry();
            said.add(messages.get(i));
            say(messages.get(i), random, !hurries);
        }
        repeat(said, random);
    }

    private void say(Written message, Random random, boolean waits) throws IOException, InterruptedException {
        phones.read(message.phone());
        phones.waits(message.phone());
        if (!taken(message)) {
            notes.complain(message.id() + " is not taken");
            return;
        }
        notes.accept(message);
        if (random.nextDouble() < REPEATED) {
            deliver(message);
        }
        boolean answered =
                !waits || phones.answered(message.phone(), plan.manner().patience());
        if (!answered && plan.manner() != Manner.RESIGNED) {
            notes.complain(message.id() + " is not answered");
        }
    }

    /// Where everything comes three times: once more what was said in one go, and again, in any order, when the queue
    /// has forgotten it. The next new message follows at once, so that a worker may take old and new together.
    private void repeat(List<Written> said, Random random) {
        if (plan.manner() != Manner.THRICE) {
            return;
        }
        said.forEach(this::deliver);
        List<Written> shuffled = new ArrayList<>(said);
        Collections.shuffle(shuffled, random);
        for (Written message : shuffled) {
            notes.forget(forgetting.forget(message.id()));
            deliver(message);
        }
    }

    /// When the others have written for a while, one person writes as fast as the gateway takes it.
    private void flood(int number) throws IOException, InterruptedException {
        Pause.of(plan.duration().dividedBy(2));
        Person person = Person.of(number);
        notes.flood(person.phone());
        phones.struck();
        for (int i = 0; i < plan.flood(); i++) {
            Written message = written(person, number, i, "oi " + i);
            if (taken(message)) {
                notes.accept(message);
            } else {
                notes.complain(message.id() + " is not taken");
            }
        }
    }

    /// The bridge repeats what was not taken.
    private boolean taken(Written message) throws InterruptedException {
        long start = System.nanoTime();
        boolean taken = deliver(message);
        while (!taken
                && System.nanoTime() - start < plan.manner().perseverance().toNanos()) {
            Pause.of(plan.manner().betweenTries());
            taken = deliver(message);
        }
        return taken;
    }

    private boolean deliver(Written message) {
        return house.bridge().deliver(house.gateway(), message);
    }

    private List<Written> messages(int number) {
        Person person = Person.of(number);
        List<String> circle =
                new ArrayList<>(person.messages().stream().map(Written::text).toList());
        circle.addAll(AFTERWARDS);
        notes.register(person.phone());
        List<Written> messages = new ArrayList<>();
        for (int i = 0; i < plan.messagesEach(); i++) {
            messages.add(written(person, number, i, circle.get(i % circle.size())));
        }
        poison(messages, number);
        return messages;
    }

    private void poison(List<Written> messages, int number) {
        int which = number % POISONERS_EVERY;
        List<Poison> poisons = List.of(Poison.values());
        if (plan.manner() == Manner.POISONOUS && which < poisons.size()) {
            Written harmless = messages.get(POISON_AT);
            Written poison = new Written(
                    harmless.phone(), harmless.id(), poisons.get(which).word());
            messages.set(POISON_AT, poison);
            notes.poison(poison);
        }
    }

    /// Ids of one person grow.
    private static Written written(Person person, int number, int place, String text) {
        return new Written(person.phone(), "3F%06d%05d".formatted(number, place), text);
    }

    private static List<String> afterwards() {
        try (InputStream file = Objects.requireNonNull(Writers.class.getResourceAsStream("afterwards.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
