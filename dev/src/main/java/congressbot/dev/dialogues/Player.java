package congressbot.dev.dialogues;

import congressbot.dev.talk.ChatDoor;
import congressbot.dev.talk.Door;
import congressbot.dev.talk.House;
import congressbot.dev.talk.WhatsAppDoor;
import congressbot.wire.bot.Step;
import congressbot.wire.message.Content;
import congressbot.wire.message.PhoneNumber;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;

/// Plays scripts, each in a chat of its own. For many threads.
final class Player {
    private final House house;
    private final AtomicInteger strangers = new AtomicInteger();

    Player(House house) {
        this.house = house;
    }

    Played play(Script script) {
        return script.problem()
                .<Played>map(problem -> new Played.BrokenOff(script, problem))
                .orElseGet(() -> playReadable(script));
    }

    private Played playReadable(Script script) {
        Door door = door(script, script.name(), script.phone());
        List<List<String>> replies = new ArrayList<>();
        List<Played.Timed> times = new ArrayList<>();
        try (Handle database = house.database()) {
            for (Stranger stranger : script.strangers()) {
                register(stranger, script);
            }
            Memory memory = new Memory(database, door.conversation());
            for (Act act : script.acts()) {
                switch (act) {
                    case Act.Pause(int days) -> memory.age(days);
                    case Act.Turn turn -> {
                        long start = System.nanoTime();
                        List<String> said = door.say(turn.burst()).replies();
                        Duration took = Duration.ofNanos(System.nanoTime() - start);
                        memory.look();
                        times.add(new Played.Timed(took, memory.wasAsked()));
                        replies.add(said.stream().map(memory::numbered).toList());
                    }
                }
            }
            return new Played.Whole(script, replies, memory.rows(), times);
        } catch (IOException e) {
            return new Played.BrokenOff(script, "turn %d: %s".formatted(replies.size() + 1, e.getMessage()));
        }
    }

    /// Through the door that the script takes.
    private void register(Stranger stranger, Script script) throws IOException {
        int number = strangers.incrementAndGet();
        Door door = door(script, "stranger-" + number, Optional.empty());
        Step step = Step.IDLE;
        for (String message : stranger.messages(number)) {
            step = door.say(List.of(new Content.Text(message))).step();
        }
        if (step != Step.COMPLETED) {
            throw new IOException("the stranger who registers before gets as far as " + step);
        }
    }

    private Door door(Script script, String person, Optional<PhoneNumber> phone) {
        return script.plain() ? new ChatDoor(house.bot(), person, phone) : new WhatsAppDoor(house.bot(), person, phone);
    }
}
