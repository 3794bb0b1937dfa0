package congressbot.migrations;

import congressbot.wire.doctor.Doctor;
import congressbot.wire.doctor.Report;
import congressbot.wire.process.DatabaseAddress;
import congressbot.wire.process.InvalidConfiguration;
import congressbot.wire.resource.ResourceFile;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationState;

/// What `doctor` looks at for the schema: whether it is the one of this version, and whether this user may change it.
final class MigrateDoctor {
    private MigrateDoctor() {}

    static Doctor<DatabaseAddress> doctor() {
        return new Doctor<>(
                "migrate",
                List.of(ResourceFile.beside(MigrateDoctor.class, "doctor.properties")),
                DatabaseAddress::from,
                MigrateDoctor::examine);
    }

    private static void examine(DatabaseAddress database, Report report) throws SQLException {
        try (Connection connection = Reachable.connect(database)) {
            rights(connection, report);
        } catch (InvalidConfiguration _) {
            report.problem("away", database.place());
            return;
        }
        schema(Migrate.flyway(database), report);
    }

    /// Only this process has to have them.
    private static void rights(Connection connection, Report report) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        SELECT has_schema_privilege('public', 'CREATE'),
                            current_setting('server_version_num')::int / 10000
                        """)) {
            row.next();
            report.ok("answers", row.getString(2));
            if (!row.getBoolean(1)) {
                report.warning("no-rights");
            }
        }
    }

    private static void schema(Flyway flyway, Report report) {
        MigrationInfoService info = flyway.info();
        List<MigrationInfo> all = List.of(info.all());
        boolean newer = all.stream().anyMatch(one -> isFuture(one.getState()));
        boolean failed = all.stream().anyMatch(one -> one.getState().isFailed());
        int pending = info.pending().length;
        if (info.current() == null) {
            report.problem("empty");
        } else if (failed) {
            report.problem("failed");
        } else if (newer) {
            report.warning("newer");
        } else if (pending > 0) {
            report.problem("pending", Integer.toString(pending));
        } else if (!flyway.validateWithResult().validationSuccessful) {
            report.problem("changed");
        } else {
            report.ok("schema", info.current().getVersion().toString());
        }
    }

    private static boolean isFuture(MigrationState state) {
        return state == MigrationState.FUTURE_SUCCESS || state == MigrationState.FUTURE_FAILED;
    }
}
