package congressbot.wire.queue;

import congressbot.wire.process.Env;
import congressbot.wire.process.Variable;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Protocol;

/// `REDIS_URL`: one server, or the Sentinels that know which server is the primary.
///
/// | | |
/// |---|---|
/// | one server | `redis://[user:password@]host[:6379][/database]`, or `rediss:` for TLS |
/// | Sentinels | `redis+sentinel://[user:password@]host[:26379],host[:26379]/primary[/database]` |
///
/// User and password are those of the servers; the Sentinels are asked without.
public sealed interface RedisAddress {
    /// One server.
    ///
    /// @param uri with its port
    record Server(URI uri) implements RedisAddress {
        /// Where `./congress-bot stores` listens.
        private static final String DEV_DEFAULT = "redis://127.0.0.1:16379";

        /// Without user and password.
        @Override
        public String toString() {
            return "Server[" + uri.getHost() + "]";
        }
    }

    /// Those who watch over several servers.
    ///
    /// @param primary the name that they know it by
    /// @param login user, password and database as in the address of one server, whose host means nothing
    record Sentinels(Set<HostAndPort> hosts, String primary, URI login) implements RedisAddress {
        private static final int PORT = 26_379;

        /// Several hosts are more than a URI knows.
        private static final Pattern SYNTAX = Pattern.compile("redis\\+sentinel://(?<login>([^@/]*@)?)(?<hosts>[^@/]+)"
                + "/(?<primary>[A-Za-z0-9._-]+)/?(?<database>[0-9]{0,3})");

        public Sentinels {
            hosts = Set.copyOf(hosts);
        }

        /// Without user and password.
        @Override
        public String toString() {
            return "Sentinels[" + hosts + " of " + primary + "]";
        }
    }

    static RedisAddress from(Env env) {
        String given = env.text(Variable.REDIS_URL, Server.DEV_DEFAULT);
        try {
            return parse(given);
        } catch (IllegalArgumentException _) {
            env.problem(
                    Variable.REDIS_URL,
                    "an address like redis://host:6379 or redis+sentinel://host:26379,host:26379/primary");
            return parse(Server.DEV_DEFAULT);
        }
    }

    /// The address of one server.
    static RedisAddress at(URI server) {
        return parse(server.toString());
    }

    /// Reads an address.
    ///
    /// @throws IllegalArgumentException when it is none
    static RedisAddress parse(String text) {
        Matcher watched = Sentinels.SYNTAX.matcher(text);
        return watched.matches() ? sentinels(watched) : new Server(server(text));
    }

    private static Sentinels sentinels(Matcher watched) {
        Set<HostAndPort> hosts = new LinkedHashSet<>();
        for (String host : watched.group("hosts").split(",", -1)) {
            URI one = server("redis://" + (host.matches(".*:[0-9]+") ? host : host + ":" + Sentinels.PORT));
            hosts.add(new HostAndPort(one.getHost(), one.getPort()));
        }
        return new Sentinels(
                hosts,
                watched.group("primary"),
                server("redis://" + watched.group("login") + "localhost/" + watched.group("database")));
    }

    private static URI server(String text) {
        URI uri = URI.create(text);
        boolean known = Set.of("redis", "rediss").contains(String.valueOf(uri.getScheme()));
        String path = uri.getRawPath();
        if (!known || uri.getHost() == null || !path.matches("/?|/[0-9]{1,3}")) {
            throw new IllegalArgumentException("not an address of Redis");
        }
        return uri.getPort() < 0
                ? URI.create(uri.getScheme() + "://" + uri.getRawAuthority() + ":" + Protocol.DEFAULT_PORT + path)
                : uri;
    }
}
