package congressbot.dev.house;

import congressbot.dev.stores.Ports;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What each process is told: as in dev, where mails are written to the log and nobody sees that we type, without
/// waiting for bursts.
final class Surroundings {
    private static final String LOCAL = "http://127.0.0.1:";
    private static final int ANY_PORT = 0;

    private final Site site;
    private final Neighbours neighbours;
    private final int gateway;
    private final List<Integer> bots;

    private Surroundings(Site site, Neighbours neighbours, int gateway, List<Integer> bots) {
        this.site = site;
        this.neighbours = neighbours;
        this.gateway = gateway;
        this.bots = List.copyOf(bots);
    }

    /// What is there before the processes are.
    record Neighbours(URI postgres, String redis, URI bridge, String webhookSecret, String apiKey) {}

    /// What one process is told, and where it listens.
    record Told(int port, Map<String, String> environment) {
        Told {
            environment = Map.copyOf(environment);
        }
    }

    static Surroundings of(Site site, Neighbours neighbours) throws IOException {
        int gateway = Ports.free(ANY_PORT);
        List<Integer> bots = new ArrayList<>();
        for (int i = 0; i < site.crew().bots(); i++) {
            bots.add(Ports.free(ANY_PORT));
        }
        return new Surroundings(site, neighbours, gateway, bots);
    }

    /// Where the bridge tells what people write.
    URI entrance() throws IOException {
        return URI.create(over(Link.BRIDGE_TO_GATEWAY, LOCAL + gateway));
    }

    Told gateway() throws IOException {
        Map<String, String> own = common();
        own.put("GATEWAY_PORT", "" + gateway);
        own.put("REDIS_URL", over(Link.GATEWAY_TO_REDIS, neighbours.redis()));
        own.put("GOWA_URL", over(Link.GATEWAY_TO_BRIDGE, neighbours.bridge().toString()));
        own.put("GOWA_WEBHOOK_SECRET", neighbours.webhookSecret());
        own.put("BOT_URL", LOCAL + bots.getFirst());
        return new Told(gateway, own);
    }

    Told bot(int number) throws IOException {
        Map<String, String> own = common();
        own.put("BOT_PORT", "" + bots.get(number));
        own.put("REDIS_URL", over(Link.BOT_TO_REDIS, neighbours.redis()));
        own.put("DATABASE_URL", over(Link.BOT_TO_POSTGRES, neighbours.postgres().toString()));
        own.put("GATEWAY_URL", over(Link.BOT_TO_GATEWAY, LOCAL + gateway));
        return new Told(bots.get(number), own);
    }

    Told worker(int number) throws IOException {
        int port = Ports.free(ANY_PORT);
        Map<String, String> own = common();
        own.put("WORKER_PORT", "" + port);
        own.put("REDIS_URL", over(Link.WORKER_TO_REDIS, neighbours.redis()));
        own.put("BOT_URL", over(Link.WORKER_TO_BOT, LOCAL + bots.get(number % bots.size())));
        own.put("GATEWAY_URL", over(Link.WORKER_TO_GATEWAY, LOCAL + gateway));
        return new Told(port, own);
    }

    private Map<String, String> common() {
        Map<String, String> common = new HashMap<>(site.crew().settings());
        common.put("ENV", "dev");
        common.put("DATA_DIR", site.folder().toString());
        common.put("BOT_API_KEY", neighbours.apiKey());
        common.put("SETTLE_WINDOW", "PT0S");
        common.put("CONGRESS_DIR", site.project().resolve("congress").toString());
        return common;
    }

    /// What a Sentinel tells leads past every proxy.
    private String over(Link link, String target) throws IOException {
        return target.startsWith("redis+sentinel:")
                ? target
                : site.wires().over(link, URI.create(target)).toString();
    }
}
