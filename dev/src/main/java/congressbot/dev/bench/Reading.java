package congressbot.dev.bench;

import congressbot.dev.house.House;
import congressbot.dev.metrics.MachineStat;
import congressbot.dev.metrics.ProcessStat;
import congressbot.dev.process.ChildProcess;
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
/// @param compilers the part of it that JVMs spent on compiling
/// @param roundTrips to Redis, as its clients count them
record Reading(
        Map<Part, Duration> cpu,
        Map<Part, Duration> compilers,
        MachineStat machine,
        Map<Part, Long> roundTrips,
        DatabaseStat database) {
    Reading {
        cpu = Map.copyOf(cpu);
        compilers = Map.copyOf(compilers);
        roundTrips = Map.copyOf(roundTrips);
    }

    static Reading of(House house, Connection connection) throws IOException, SQLException {
        Map<Part, Duration> cpu = new EnumMap<>(Part.class);
        Map<Part, Duration> compilers = new EnumMap<>(Part.class);
        Map<Part, Long> roundTrips = new EnumMap<>(Part.class);
        for (ChildProcess process : house.processes()) {
            Part part = Part.of(process.program());
            cpu.merge(part, ProcessStat.read(process.pid()).own(), Duration::plus);
            compilers.merge(part, ProcessStat.cpuOfCompilers(process.pid()), Duration::plus);
            roundTrips.merge(part, Math.round(house.metrics(process).value("redis_round_trips_total")), Long::sum);
        }
        cpu.put(Part.POSTGRESQL, ProcessStat.cpuOfAll(house.postgres().pid()));
        cpu.put(Part.REDIS, ProcessStat.cpuOfAll(house.redis().pid()));
        long self = ProcessHandle.current().pid();
        cpu.put(Part.BENCH, ProcessStat.read(self).own());
        compilers.put(Part.BENCH, ProcessStat.cpuOfCompilers(self));
        return new Reading(cpu, compilers, MachineStat.read(), roundTrips, DatabaseStat.read(connection));
    }

    Reading since(Reading earlier) {
        Map<Part, Long> more = new EnumMap<>(Part.class);
        roundTrips.forEach((part, now) -> more.put(part, now - Objects.requireNonNull(earlier.roundTrips.get(part))));
        return new Reading(
                difference(cpu, earlier.cpu),
                difference(compilers, earlier.compilers),
                machine.since(earlier.machine),
                more,
                database.since(earlier.database));
    }

    private static Map<Part, Duration> difference(Map<Part, Duration> now, Map<Part, Duration> earlier) {
        Map<Part, Duration> difference = new EnumMap<>(Part.class);
        now.forEach((part, time) -> difference.put(part, time.minus(Objects.requireNonNull(earlier.get(part)))));
        return difference;
    }
}
