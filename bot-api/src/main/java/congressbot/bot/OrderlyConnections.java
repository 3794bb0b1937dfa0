package congressbot.bot;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionFactory;

/// Gives out connections in the order in which they are asked for. The pool's own wait is short, so that PostgreSQL is
/// noticed as away; in a rush it is no reason to send anybody off.
final class OrderlyConnections implements ConnectionFactory {
    private final DataSource pool;
    private final Semaphore places;
    private final Duration patience;

    /// @param places that may be taken at the same time
    /// @param patience how long to wait for a place, the longest
    OrderlyConnections(DataSource pool, int places, Duration patience) {
        this.pool = pool;
        this.places = new Semaphore(places, true);
        this.patience = patience;
    }

    /// @throws SQLTransientConnectionException when no place became free in time
    @Override
    public Connection openConnection() throws SQLException {
        takePlace();
        try {
            return pool.getConnection();
        } catch (SQLException | RuntimeException e) {
            places.release();
            throw e;
        }
    }

    @Override
    public void closeConnection(Connection connection) throws SQLException {
        try {
            connection.close();
        } finally {
            places.release();
        }
    }

    private void takePlace() throws SQLException {
        try {
            if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new SQLTransientConnectionException("too many wait for a connection");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLTransientConnectionException("interrupted while waiting for a connection", e);
        }
    }
}
