package congressbot.bot.knowledge;

import java.sql.Connection;
import org.jdbi.v3.core.ConnectionFactory;

/// Gives out one connection that is open already, again and again; its owner closes it.
record OneConnection(Connection connection) implements ConnectionFactory {
    @Override
    public Connection openConnection() {
        return connection;
    }

    @Override
    public void closeConnection(Connection given) {
        // It is in the middle of a transaction of its owner's.
    }
}
