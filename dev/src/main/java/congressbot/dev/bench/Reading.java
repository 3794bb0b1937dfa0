package congressbot.dev.bench;

import congressbot.dev.process.Program;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/// All meters at one moment, and the difference of two moments.
///
/// @param cpu time on a core, of all threads and of all processes of a part
/// @param roundTrips to Redis, as its clients count them
record Reading(Map<Part, Duration> cpu, MachineStat machine, Map<Part, Long> roundTrips, DatabaseStat database) {
    Reading {
        cpu = Map.copyOf(cpu);
        roundTrips = Map.copyOf(roundTrips);
    }

    static Reading of(House house, Connection connection) throws IOException, SQLException {
        Map<Part, Duration> cpu = new EnumMap<>(Part.class);
        Map<Part, Long> roundTrips = new EnumMap<>(Part.class);
        for (Program program : Program.values()) {
            cpu.put(
                    Part.of(program),
                    ProcessStat.read(house.process(program).pid()).own());
            roundTrips.put(Part.of(program), Math.round(house.metrics(program).counter("redis_round_trips_total")));
        }
        cpu.put(Part.POSTGRESQL, ProcessStat.cpuOfAll(house.postgres().pid()));
        cpu.put(Part.REDIS, ProcessStat.cpuOfAll(house.redis().pid()));
        cpu.put(Part.BENCH, ProcessStat.read(ProcessHandle.current().pid()).own());
        return new Reading(cpu, MachineStat.read(), roundTrips, DatabaseStat.read(connection));
    }

    Reading since(Reading earlier) {
        Map<Part, Duration> spent = new EnumMap<>(Part.class);
        cpu.forEach((part, now) -> spent.put(part, now.minus(Objects.requireNonNull(earlier.cpu.get(part)))));
        Map<Part, Long> more = new EnumMap<>(Part.class);
        roundTrips.forEach((part, now) -> more.put(part, now - Objects.requireNonNull(earlier.roundTrips.get(part))));
        return new Reading(spent, machine.since(earlier.machine), more, database.since(earlier.database));
    }
}
