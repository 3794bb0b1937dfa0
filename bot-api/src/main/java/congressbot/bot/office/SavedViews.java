package congressbot.bot.office;

import congressbot.bot.account.Account;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/// The table `panel_views`: what somebody wants to see again.
public final class SavedViews {
    /// Of one account.
    public static final int MOST = 30;

    /// Of a name, in characters.
    public static final int LONGEST_NAME = 60;

    private final Jdbi jdbi;

    public SavedViews(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// A view of the list.
    ///
    /// @param query the address of the list behind its `?`
    public record Saved(long id, String name, String query) {
        @Override
        public String toString() {
            return "Saved[" + id + "]";
        }
    }

    public List<Saved> of(Account account) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT id, name, query FROM panel_views
                        WHERE congress_id = :congress AND account_id = :account
                        ORDER BY name LIMIT :most
                        """)
                .bind("congress", account.congress())
                .bind("account", account.id())
                .bind("most", MOST)
                .map((row, _) -> new Saved(row.getLong("id"), row.getString("name"), row.getString("query")))
                .list());
    }

    /// Saves a view under a name; another one of this name is replaced.
    ///
    /// @return false when there are as many as there may be
    public boolean save(Account account, String name, String query) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                INSERT INTO panel_views (congress_id, account_id, name, query)
                                SELECT :congress, :account, :name, :query
                                WHERE (SELECT count(*) FROM panel_views
                                       WHERE congress_id = :congress AND account_id = :account AND name <> :name) < :most
                                ON CONFLICT (congress_id, account_id, name) DO UPDATE SET query = :query
                                """)
                        .bind("congress", account.congress())
                        .bind("account", account.id())
                        .bind("name", name)
                        .bind("query", query)
                        .bind("most", MOST)
                        .execute()
                == 1);
    }

    /// Deletes one of an account's own.
    public void drop(Account account, long id) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        DELETE FROM panel_views
                        WHERE id = :id AND congress_id = :congress AND account_id = :account
                        """)
                .bind("id", id)
                .bind("congress", account.congress())
                .bind("account", account.id())
                .execute());
    }
}
