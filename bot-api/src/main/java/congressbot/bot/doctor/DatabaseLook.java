package congressbot.bot.doctor;

import congressbot.wire.doctor.Level;
import congressbot.wire.doctor.Report;
import congressbot.wire.process.DatabaseAddress;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// PostgreSQL: whether it lets us in, and whether we may do there what we have to.
public final class DatabaseLook {
    private static final int OLDEST = 16;

    private final DatabaseAddress address;
    private final String about;
    private final Report report;

    /// @param about stands before what is told; empty for the one in which everything stands
    public DatabaseLook(DatabaseAddress address, String about, Report report) {
        this.address = address;
        this.about = about;
        this.report = report;
    }

    /// Where everything stands.
    public void primary() {
        look(handle -> {
            int version = version(handle);
            if (version < OLDEST) {
                report.problem("postgres.old", Integer.toString(version), Integer.toString(OLDEST));
            } else if (tables(handle) == 0) {
                report.problem("postgres.empty");
            } else {
                rights(handle, version);
            }
        });
    }

    /// One that is only read.
    public void replica() {
        look(handle -> {
            if (handle.createQuery("SELECT pg_is_in_recovery()")
                    .mapTo(Boolean.class)
                    .one()) {
                report.ok("replica.ok", address.place());
            } else {
                report.warning("replica.primary", address.place());
            }
        });
    }

    private interface Look {
        void at(Handle handle);
    }

    private void look(Look look) {
        Properties login = new Properties();
        login.setProperty("user", address.user());
        login.setProperty("password", address.password().reveal());
        login.setProperty("connectTimeout", "5");
        login.setProperty("socketTimeout", "15");
        try {
            Jdbi.create(address.jdbcUrl(), login).useHandle(look::at);
        } catch (ConnectionException e) {
            String state = e.getCause() instanceof SQLException cause ? String.valueOf(cause.getSQLState()) : "";
            report.sayOf(about, Level.PROBLEM, keyOf(state), address.place());
        }
    }

    /// By the class of the SQLSTATE.
    private static String keyOf(String state) {
        return switch (state) {
            case "28P01", "28000" -> "postgres.refused";
            case "3D000" -> "postgres.unknown";
            case "57P03" -> "postgres.starting";
            case "53300" -> "postgres.full";
            default -> "postgres.away";
        };
    }

    private static int version(Handle handle) {
        return handle.createQuery("SELECT current_setting('server_version_num')::int / 10000")
                .mapTo(Integer.class)
                .one();
    }

    private static int tables(Handle handle) {
        return handle.createQuery("""
                        SELECT count(*) FROM pg_tables WHERE schemaname = 'public' AND tablename = 'inbox'
                        """).mapTo(Integer.class).one();
    }

    /// The log of deeds is only added to, and the history of the schema is the owner's.
    private void rights(Handle handle, int version) {
        List<String> closed = handle.createQuery("""
                        SELECT tablename FROM pg_tables, unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE']) AS wanted
                        WHERE schemaname = 'public' AND tablename <> 'flyway_schema_history'
                          AND NOT (tablename = 'audit_log' AND wanted IN ('UPDATE', 'DELETE'))
                          AND NOT has_table_privilege(format('%I.%I', schemaname, tablename), wanted)
                        GROUP BY tablename ORDER BY tablename
                        """).mapTo(String.class).list();
        if (closed.isEmpty()) {
            report.ok("postgres.ok", Integer.toString(version), address.place());
        } else {
            report.problem("postgres.rights", String.join(", ", closed));
        }
    }
}
