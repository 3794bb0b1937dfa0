package congressbot.gateway;

import congressbot.gateway.bridge.Alarm;
import congressbot.gateway.bridge.Bridge;
import congressbot.gateway.bridge.Finding;
import congressbot.gateway.bridge.Means;
import congressbot.gateway.bridge.MediaSeal;
import congressbot.wire.doctor.Doctor;
import congressbot.wire.doctor.Level;
import congressbot.wire.doctor.Neighbour;
import congressbot.wire.doctor.RedisLook;
import congressbot.wire.doctor.Report;
import congressbot.wire.http.HttpCaller;
import congressbot.wire.resource.ResourceFile;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;

/// What `doctor` looks at for the gateway: Redis, the gateway that runs, and every bridge with its
/// webhook.
final class GatewayDoctor {
    private static final String NAME = "gateway";
    private static final int CONNECTIONS = 2;

    private GatewayDoctor() {}

    static Doctor<GatewaySettings> doctor() {
        List<ResourceFile> words = List.of(
                ResourceFile.beside(GatewayDoctor.class, "doctor.properties"),
                ResourceFile.beside(Finding.class, "findings.properties"));
        return new Doctor<>(NAME, words, GatewaySettings::from, GatewayDoctor::examine);
    }

    private static void examine(GatewaySettings settings, Report report) {
        try (RedisLook redis = new RedisLook(settings.redis(), report);
                HttpCaller caller = new HttpCaller(CONNECTIONS)) {
            redis.keeps(settings.replicas());
            Neighbour.here(NAME, settings.port()).look(caller, settings.apiKey(), report);
            settings.password().ifPresentOrElse(_ -> report.ok("pairing"), () -> report.off("no-pairing"));
            InstantSource time = InstantSource.system();
            Means means =
                    new Means(caller, new MediaSeal(settings.apiKey()), new Alarm(time), time, settings.dataDir());
            Bridges.open(settings.bridges(), means).all().forEach(bridge -> examine(bridge, settings, report));
        }
    }

    private static void examine(Bridge bridge, GatewaySettings settings, Report report) {
        String path = bridge.instance().path();
        URI webhook = settings.address().resolve("/webhooks/" + path);
        for (Finding finding : bridge.checkUp(webhook)) {
            report.sayOf(
                    path,
                    level(finding.kind().level()),
                    finding.kind().name(),
                    finding.details().toArray(String[]::new));
        }
    }

    private static Level level(Finding.Level level) {
        return switch (level) {
            case OK -> Level.OK;
            case NOTE -> Level.OFF;
            case WARNING -> Level.WARNING;
            case PROBLEM -> Level.PROBLEM;
        };
    }
}
