package congressbot.worker;

import congressbot.wire.doctor.Doctor;
import congressbot.wire.doctor.Neighbour;
import congressbot.wire.doctor.RedisLook;
import congressbot.wire.doctor.Report;
import congressbot.wire.http.HttpCaller;
import java.util.List;

/// What `doctor` looks at for the worker: Redis, the worker that runs, and its two neighbours.
final class WorkerDoctor {
    private static final String NAME = "worker";

    private WorkerDoctor() {}

    static Doctor<WorkerSettings> doctor() {
        return new Doctor<>(NAME, List.of(), WorkerSettings::from, WorkerDoctor::examine);
    }

    private static void examine(WorkerSettings settings, Report report) {
        try (RedisLook redis = new RedisLook(settings.redis(), report);
                HttpCaller caller = new HttpCaller(1)) {
            redis.answers();
            Neighbour.here(NAME, settings.port()).look(caller, settings.apiKey(), report);
            new Neighbour("bot-api", settings.bot()).reach(caller, settings.apiKey(), report);
            new Neighbour("gateway", settings.gateway()).reach(caller, settings.apiKey(), report);
        }
    }
}
