package congressbot.dev.bench;

import congressbot.dev.bench.ceiling.Ceilings;
import congressbot.dev.people.Person;
import congressbot.dev.stores.EmbeddedRedis.AppendSync;
import java.util.Locale;
import java.util.Objects;

/// What the machine could do of each kind of work alone, and our share of it.
record Share(Ceilings ceilings, Speeds speeds) {
    String text() {
        Table table = new Table(1, "alone on this machine", "a second", "ours at last, 50 people", "our share");
        double ours = speeds.steady(AppendSync.EVERYSEC).measured().messagesPerSecond();
        row(
                table,
                "the statements of a turn, 8 connections, no HTTP",
                ceilings.turns().perSecond(),
                ours);
        for (AppendSync sync : AppendSync.values()) {
            double scripts = Objects.requireNonNull(ceilings.queue().get(sync)).perSecond();
            double last = speeds.steady(sync).measured().messagesPerSecond();
            row(table, "the scripts of a message, no work, AOF " + name(sync), scripts, last);
        }
        row(table, "empty calls, both ends in one process", ceilings.hops().perSecond(), ours * Ceilings.HOPS);
        for (AppendSync sync : AppendSync.values()) {
            double last = speeds.steady(sync).measured().messagesPerSecond();
            row(
                    table,
                    "a turn, its scripts and %d calls, one after the other, AOF %s"
                            .formatted(Ceilings.HOPS, name(sync)),
                    ceilings.together(sync),
                    last);
        }
        return table.text()
                + """

                The statements are those that bot-api issued for messages 2 to 9 of %,d registrations, recorded and repeated with
                the same values. An empty call costs %s CPU-ms, both ends together.
                """.formatted(
                                ceilings.turns().count() / (Person.messageCount() - 1),
                                Table.number(ceilings.hopCpuMillis(), 3));
    }

    private static String name(AppendSync sync) {
        return sync.name().toLowerCase(Locale.ROOT);
    }

    private static void row(Table table, String what, double most, double ours) {
        table.row(what, Table.number(most, 0), Table.number(ours, 0), Table.percent(ours / most));
    }
}
