package congressbot.dev.house;

import congressbot.dev.process.Opened;
import congressbot.dev.proxy.Condition;
import congressbot.dev.proxy.Proxy;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How the parts of the house reach each other: straight, or through proxies that can be broken.
public final class Wires {
    private final Optional<Opened> opened;
    private final Map<Link, Detour> detours;
    private final Map<Link, List<Proxy>> proxies = new EnumMap<>(Link.class);

    private Wires(Optional<Opened> opened, Map<Link, Detour> detours) {
        this.opened = opened;
        this.detours = Map.copyOf(detours);
    }

    /// Tells of a target where it is reached instead.
    @FunctionalInterface
    public interface Detour {
        URI lead(URI target) throws IOException;
    }

    public static Wires straight() {
        return new Wires(Optional.empty(), Map.of());
    }

    /// Straight, but for one connection.
    public static Wires straightBut(Link link, Detour detour) {
        return new Wires(Optional.empty(), Map.of(link, detour));
    }

    /// Through proxies.
    ///
    /// @param opened gets them
    public static Wires proxied(Opened opened) {
        return new Wires(Optional.of(opened), Map.of());
    }

    /// All connections of this kind, from now on.
    public void become(Link link, Condition condition) {
        proxies.getOrDefault(link, List.of()).forEach(proxy -> proxy.become(condition));
    }

    /// How many connections of this kind were reset, and pieces lost or held up, on purpose.
    public int broken(Link link) {
        return proxies.getOrDefault(link, List.of()).stream()
                .mapToInt(Proxy::broken)
                .sum();
    }

    /// How often somebody spoke over connections of this kind and was answered, or waits to be.
    public long roundTrips(Link link) {
        return proxies.getOrDefault(link, List.of()).stream()
                .mapToLong(Proxy::roundTrips)
                .sum();
    }

    /// The address by which the target is reached.
    URI over(Link link, URI target) throws IOException {
        if (opened.isEmpty()) {
            return detours.getOrDefault(link, where -> where).lead(target);
        }
        Proxy proxy = opened.get().with(Proxy.to(target.getHost(), target.getPort()));
        proxies.computeIfAbsent(link, _ -> new ArrayList<>()).add(proxy);
        return URI.create(target.toString().replace(":" + target.getPort(), ":" + proxy.port()));
    }
}
