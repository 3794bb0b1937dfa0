package congressbot.dev.bench;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.dev.bench.Crowd.Timing;
import congressbot.dev.house.Crew;
import congressbot.dev.metrics.Machine;
import congressbot.dev.metrics.MachineStat;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportTest {
    private static final Map<Part, Duration> CPU = Map.of(
            Part.GATEWAY, Duration.ofMillis(100),
            Part.WORKER, Duration.ofMillis(150),
            Part.BOT_API, Duration.ofMillis(250),
            Part.POSTGRESQL, Duration.ofMillis(50),
            Part.REDIS, Duration.ofMillis(20),
            Part.BENCH, Duration.ofMillis(30));
    private static final Map<Part, Duration> COMPILERS = Map.of(
            Part.GATEWAY, Duration.ofMillis(10),
            Part.WORKER, Duration.ofMillis(15),
            Part.BOT_API, Duration.ofMillis(25),
            Part.BENCH, Duration.ofMillis(3));
    private static final Map<Part, Long> ROUND_TRIPS =
            Map.of(Part.GATEWAY, 300L, Part.WORKER, 150L, Part.BOT_API, 200L);
    private static final Map<Part, Long> KIB = Map.of(
            Part.GATEWAY, 102_400L,
            Part.WORKER, 102_400L,
            Part.BOT_API, 204_800L,
            Part.POSTGRESQL, 51_200L,
            Part.REDIS, 10_240L,
            Part.BENCH, 102_400L);

    @Test
    void all_figures_and_what_one_must_know_to_repeat_them() {
        Reading spent = new Reading(
                CPU,
                COMPILERS,
                new MachineStat(Duration.ofMillis(800), Duration.ofMillis(40)),
                ROUND_TRIPS,
                new DatabaseStat(190, 117, 480_000));
        List<Timing> timings = Collections.nCopies(100, new Timing(Duration.ofMillis(2), Duration.ofMillis(15), 2));
        Report report = new Report(
                LocalDate.of(2026, 11, 21),
                new Machine(2, "A processor", "Linux 6", "Java 25"),
                new Load(10, 300, 1_000),
                "everysec",
                Crew.of(List.of("-Xmx256m", "-Da=b"), 3),
                new Measurement(timings, Duration.ofMillis(500), spent, KIB));

        assertThat(report.text()).startsWith("""
                ### Bench, 2026-11-21

                - 2 cores (A processor), Linux 6, Java 25
                - 1000 registrations of 9 messages, 10 people at the same time, after 300 registrations to warm up
                - processes: 1 gateway, 3 of worker, 2 of bot-api
                - Redis: appendfsync everysec. PostgreSQL: fsync and synchronous_commit on. SETTLE_WINDOW=PT0S, ENV=dev
                - bridge, people and stores on the same machine; JVM of each process: -Xmx256m -Da=b

                **200.0 messages/s** (100 messages in 0.5 s; webhooks repeated: 100)

                | ms from the departure of the webhook | p50 | p95 | p99 | max |
                |---|---:|---:|---:|---:|
                | to the arrival of the reply at the bridge | 15.0 | 15.0 | 15.0 | 15.0 |
                | to the answer of the webhook | 2.0 | 2.0 | 2.0 | 2.0 |

                | | CPU-ms a message | of it compiling | Redis round trips a message | memory in MiB |
                |---|---:|---:|---:|---:|
                | gateway | 1.00 | 0.10 | 3.00 | 100 |
                | worker | 1.50 | 0.15 | 1.50 | 100 |
                | bot-api | 2.50 | 0.25 | 2.00 | 200 |
                | PostgreSQL | 0.50 |  |  | 50 |
                | Redis | 0.20 |  |  | 10 |
                | bench itself | 0.30 | 0.03 |  | 100 |
                | our processes together | 5.00 | 0.50 | 6.50 | 400 |
                | everything else on the machine | 2.00 | | | |

                | PostgreSQL, a message | |
                |---|---:|
                | transactions that wrote | 1.17 |
                | transactions, those that only read among them | 1.90 |
                | bytes of WAL | 4,800 |

                """);
    }
}
