package congressbot.dev.bench;

import congressbot.bot.congress.Congresses;
import congressbot.dev.house.House;
import congressbot.dev.process.Opened;
import congressbot.dev.stores.EmbeddedRedis.AppendSync;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;

/// The same as with an empty database, where many people have registered before.
///
/// @param people who are stored
/// @param seeding how long it took to store them and all that they wrote
/// @param databaseBytes what the database takes then
/// @param empty what was measured with an empty database
record Growth(int people, Duration seeding, long databaseBytes, Measurement measured, Measurement empty) {
    /// With ten messages each.
    static final int PEOPLE = 1_000_000;

    private static final long GIB = 1L << 30;
    private static final long NEEDED_GIB = 20;

    /// Says why it cannot be done here.
    ///
    /// @throws IOException when the disk has too little room
    static void look(Path folder) throws IOException {
        long free = Files.getFileStore(Files.createDirectories(folder)).getUsableSpace() / GIB;
        if (free < NEEDED_GIB) {
            throw new IOException(
                    "--large needs %d GiB below %s, and there are %d".formatted(NEEDED_GIB, folder, free));
        }
    }

    /// Measures in a house of its own.
    static Growth measure(Ground ground, int people, Load load, Measurement empty, Opened opened)
            throws IOException, SQLException, InterruptedException, BrokenRun {
        String congress = Congresses.read(ground.project().resolve("congress"), URI.create("http://localhost"))
                .getFirst()
                .id();
        try (Stage stage = Stage.open(ground, ground.crew(1, 1), AppendSync.EVERYSEC, opened)) {
            House house = stage.house();
            long began = System.nanoTime();
            Multitude multitude = new Multitude(stage.database(), congress);
            multitude.store(people);
            Duration seeding = Duration.ofNanos(System.nanoTime() - began);
            house.awaitWhole();
            stage.beginHere();
            stage.warmUp(load.warmUp(), load.concurrency());
            Measurement measured = stage.measure(load.registrations(), load.concurrency());
            stage.check();
            return new Growth(people, seeding, multitude.bytes(), measured, empty);
        }
    }

    /// Of the rate with an empty database.
    double part() {
        return measured.messagesPerSecond() / empty.messagesPerSecond();
    }

    String text() {
        return """
                %,d participants and %,d messages stored before, %s GiB (seeded in %s s): **%s messages/s**, %s of the %s with an empty database; p99 %s ms instead of %s.
                """.formatted(
                        people,
                        (long) people * Multitude.MESSAGES,
                        Table.number((double) databaseBytes / GIB, 1),
                        Table.number(Measurement.millis(seeding) / 1_000, 0),
                        Table.number(measured.messagesPerSecond(), 0),
                        Table.percent(part()),
                        Table.number(empty.messagesPerSecond(), 0),
                        Table.number(Measurement.millis(measured.untilReply().p99()), 1),
                        Table.number(Measurement.millis(empty.untilReply().p99()), 1));
    }
}
