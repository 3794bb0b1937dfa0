package congressbot.dev.bench;

import congressbot.dev.house.Crew;
import congressbot.dev.metrics.Machine;
import congressbot.dev.metrics.Percentiles;
import congressbot.dev.people.Person;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// A measurement as a piece of Markdown, with all that one must know to repeat it. It tells and does
/// not judge.
///
/// @param aof when Redis brings writes to the disk, in its own word
record Report(LocalDate date, Machine machine, Load load, String aof, Crew crew, Measurement measured) {
    private static final List<Part> ALL = List.of(Part.values());

    String text() {
        return String.join("\n", head(), speed(), cost(), stores(), notes());
    }

    private String head() {
        return """
                ### Bench, %s

                - %d cores (%s), %s, %s
                - %d registrations of %d messages, %d people at the same time, after %d registrations to warm up
                - processes: 1 gateway, %d of worker, %d of bot-api
                - Redis: appendfsync %s. PostgreSQL: fsync and synchronous_commit on. SETTLE_WINDOW=PT0S, ENV=dev
                - bridge, people and stores on the same machine; JVM of each process: %s

                **%s messages/s** (%d messages in %s s; webhooks repeated: %d)
                """.formatted(
                        date,
                        machine.cores(),
                        machine.processor(),
                        machine.system(),
                        machine.java(),
                        load.registrations(),
                        Person.messageCount(),
                        load.concurrency(),
                        load.warmUp(),
                        crew.workers(),
                        crew.bots(),
                        aof,
                        String.join(" ", crew.jvmOptions()),
                        Table.number(measured.messagesPerSecond(), 1),
                        measured.timings().size(),
                        Table.number(Measurement.millis(measured.took()) / 1_000, 1),
                        measured.repeated());
    }

    private String speed() {
        return """
                | ms from the departure of the webhook | p50 | p95 | p99 | max |
                |---|---:|---:|---:|---:|
                %s
                %s
                """.formatted(
                        row("to the arrival of the reply at the bridge", measured.untilReply()),
                        row("to the answer of the webhook", measured.untilAnswer()));
    }

    private static String row(String name, Percentiles times) {
        return "| %s | %s | %s | %s | %s |"
                .formatted(
                        name,
                        Table.number(Measurement.millis(times.p50()), 1),
                        Table.number(Measurement.millis(times.p95()), 1),
                        Table.number(Measurement.millis(times.p99()), 1),
                        Table.number(Measurement.millis(times.max()), 1));
    }

    private String cost() {
        StringBuilder table = new StringBuilder("""
                | | CPU-ms a message | of it compiling | Redis round trips a message | memory in MiB |
                |---|---:|---:|---:|---:|
                """);
        ALL.forEach(part -> table.append(row(part.label(), List.of(part))));
        table.append(row("our processes together", Part.OURS));
        table.append("| everything else on the machine | %s | | | |\n"
                .formatted(Table.number(measured.cpuMillisOfOthers(), 2)));
        return table.toString();
    }

    private String row(String name, List<Part> parts) {
        Map<Part, Long> roundTrips = measured.spent().roundTrips();
        boolean compiled = parts.stream().anyMatch(measured.spent().compilers()::containsKey);
        boolean counted = parts.stream().anyMatch(roundTrips::containsKey);
        long trips = parts.stream()
                .mapToLong(part -> roundTrips.getOrDefault(part, 0L))
                .sum();
        long kib = parts.stream()
                .mapToLong(part -> measured.residentKib().getOrDefault(part, 0L))
                .sum();
        return "| %s | %s | %s | %s | %s |\n"
                .formatted(
                        name,
                        Table.number(
                                parts.stream().mapToDouble(measured::cpuMillis).sum(), 2),
                        compiled
                                ? Table.number(
                                        parts.stream()
                                                .mapToDouble(measured::compilerMillis)
                                                .sum(),
                                        2)
                                : "",
                        counted ? Table.number(measured.perMessage(trips), 2) : "",
                        Table.number(kib / Measurement.KIB_A_MIB, 0));
    }

    private String stores() {
        DatabaseStat database = measured.spent().database();
        return """
                | PostgreSQL, a message | |
                |---|---:|
                | transactions that wrote | %s |
                | transactions, those that only read among them | %s |
                | bytes of WAL | %s |
                """.formatted(
                        Table.number(measured.perMessage(database.writes()), 2),
                        Table.number(measured.perMessage(database.commits()), 2),
                        Table.number(measured.perMessage(database.walBytes()), 0));
    }

    private String notes() {
        return """
                CPU-ms: time on a core, user and kernel, of all threads and child processes, from the first webhook until
                every reply and mail is noted as sent, divided by the messages; what runs without messages is in it. The
                kernel counts in ticks of 10 ms. "Everything else" is what the cores did besides; stolen by other guests:
                %s ms in all. A Redis round trip: a client wrote and waited; a pipeline is one, a blocking wait for work too.
                Memory: resident at the end; of PostgreSQL, pages that its processes share count once. "Wrote": took a
                transaction id. All transactions are counted by pg_stat_database, which learns of them up to 10 s late.
                """.formatted(Table.number(
                Measurement.millis(measured.spent().machine().stolen()), 0));
    }
}
