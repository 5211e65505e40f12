package dari.offers;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.UncategorizedSQLException;

/**
 * One turn at a time among all nodes of the application: a lock of the database server that belongs to a session. A node
 * that stalls keeps it, however long; one that dies loses it with its session. No transaction is open meanwhile.
 */
final class DatabaseLock implements Turn {

    // names are one space for the whole server, which may hold more than one marketplace
    private static final String TAKE = "SELECT GET_LOCK(CONCAT(LEFT(DATABASE(), 40), ?), 0)";
    private static final String GIVE_BACK = "SELECT RELEASE_LOCK(CONCAT(LEFT(DATABASE(), 40), ?))";

    private final DataSource database;
    private final String name;

    /** @param name at most 20 letters */
    DatabaseLock(DataSource database, String name) {
        this.database = database;
        this.name = "." + name;
    }

    @Override
    public boolean take(Runnable work) {
        try (Connection session = database.getConnection()) {
            if (!ask(session, TAKE)) {
                return false;
            }
            try {
                work.run();
            } finally {
                ask(session, GIVE_BACK);
            }
            return true;
        } catch (SQLException e) {
            throw new UncategorizedSQLException("the lock" + name + " could not be taken or given back", null, e);
        }
    }

    private boolean ask(Connection session, String question) throws SQLException {
        try (PreparedStatement statement = session.prepareStatement(question)) {
            statement.setString(1, name);
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && answer.getInt(1) == 1;
            }
        }
    }
}
