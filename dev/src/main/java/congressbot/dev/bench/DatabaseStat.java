package congressbot.dev.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// What PostgreSQL counts.
///
/// @param commits transactions that were committed, those that only read among them (`pg_stat_database`); its
///     processes report them up to 10 s late
/// @param writes transactions that changed something: ids that were given out, also to those that were rolled back
/// @param walBytes length of the log
record DatabaseStat(long commits, long writes, long walBytes) {
    static DatabaseStat read(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        SELECT (SELECT xact_commit FROM pg_stat_database WHERE datname = current_database()) AS commits,
                               pg_snapshot_xmax(pg_current_snapshot())::text::bigint AS writes,
                               (pg_current_wal_insert_lsn() - '0/0'::pg_lsn)::bigint AS wal_bytes
                        """)) {
            row.next();
            return new DatabaseStat(row.getLong("commits"), row.getLong("writes"), row.getLong("wal_bytes"));
        }
    }

    DatabaseStat since(DatabaseStat earlier) {
        return new DatabaseStat(commits - earlier.commits(), writes - earlier.writes(), walBytes - earlier.walBytes());
    }
}
