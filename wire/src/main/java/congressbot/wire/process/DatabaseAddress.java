package congressbot.wire.process;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// `DATABASE_URL`, `DATABASE_READ_URL`: `postgresql://user:password@host:port/database`, parts percent-encoded where
/// they must be, with driver options behind `?` if any.
///
/// @param jdbcUrl without user and password
public record DatabaseAddress(String jdbcUrl, String user, Secret password) {
    /// Where `./congress-bot stores` listens, with the password that it made up.
    private static final String DEV_DEFAULT = "postgresql://congressbot:congressbot@127.0.0.1:15432/congressbot";

    private static final String EXPECTED = "an address like postgresql://user:password@host:5432/database";
    private static final String JDBC = "jdbc:postgresql://";
    private static final int DEFAULT_PORT = 5432;

    public static DatabaseAddress from(Env env) {
        String given = env.text(Variable.DATABASE_URL, DEV_DEFAULT);
        try {
            return parse(given);
        } catch (IllegalArgumentException _) {
            env.problem(Variable.DATABASE_URL, EXPECTED);
            return parse(DEV_DEFAULT);
        }
    }

    /// A replica, where one is named.
    public static Optional<DatabaseAddress> ofReplica(Env env) {
        try {
            return env.optional(Variable.DATABASE_READ_URL).map(DatabaseAddress::parse);
        } catch (IllegalArgumentException _) {
            env.problem(Variable.DATABASE_READ_URL, EXPECTED);
            return Optional.empty();
        }
    }

    /// Reads an address.
    ///
    /// @throws IllegalArgumentException without the address in its message
    public static DatabaseAddress parse(String text) {
        URI uri = URI.create(text);
        String scheme = String.valueOf(uri.getScheme());
        String login = uri.getRawUserInfo();
        String path = uri.getRawPath();
        boolean known = scheme.equals("postgresql") || scheme.equals("postgres");
        if (!known
                || login == null
                || !login.contains(":")
                || uri.getHost() == null
                || path == null
                || path.length() < 2) {
            throw new IllegalArgumentException("not an address of a database");
        }
        int port = uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort();
        String options = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        int colon = login.indexOf(':');
        return new DatabaseAddress(
                JDBC + uri.getHost() + ":" + port + path + options,
                decode(login.substring(0, colon)),
                new Secret(decode(login.substring(colon + 1))));
    }

    /// Where it is, without user, password and options: `host:5432/congressbot`.
    public String place() {
        String address = jdbcUrl.substring(JDBC.length());
        int options = address.indexOf('?');
        return options < 0 ? address : address.substring(0, options);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
