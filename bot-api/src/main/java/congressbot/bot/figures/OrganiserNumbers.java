package congressbot.bot.figures;

import congressbot.wire.message.PhoneNumber;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/// The table `organiser_numbers`: from which phones totals may be asked for by chat.
public final class OrganiserNumbers {
    /// Of one congress.
    public static final int MOST = 100;

    private final Jdbi jdbi;

    public OrganiserNumbers(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// Whose phone it is.
    public record Entry(PhoneNumber phone, String name) {
        @Override
        public String toString() {
            return "Entry[" + phone + "]";
        }
    }

    public List<Entry> all(String congress) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT phone, name FROM organiser_numbers WHERE congress_id = :congress ORDER BY lower(name), phone
                        """)
                .bind("congress", congress)
                .map((row, _) -> new Entry(new PhoneNumber(row.getString("phone")), row.getString("name")))
                .list());
    }

    /// In either form of a Brazilian mobile number: organisers type the one that they dial, WhatsApp
    /// may tell the other.
    public boolean has(String congress, PhoneNumber phone) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT EXISTS (SELECT FROM organiser_numbers WHERE congress_id = :congress AND phone_line(phone) = phone_line(:phone))
                        """)
                .bind("congress", congress)
                .bind("phone", phone.value())
                .mapTo(Boolean.class)
                .one());
    }

    /// Adds a number, or gives a known one this name.
    ///
    /// @return false when there are [#MOST] already: nothing was changed
    public boolean add(Handle handle, String congress, Entry entry) {
        return handle.createUpdate("""
                                INSERT INTO organiser_numbers (congress_id, phone, name)
                                SELECT :congress, :phone, :name
                                WHERE (SELECT count(*) FROM organiser_numbers
                                       WHERE congress_id = :congress AND phone <> :phone) < :most
                                ON CONFLICT (congress_id, phone) DO UPDATE SET name = excluded.name
                                """)
                        .bind("congress", congress)
                        .bind("phone", entry.phone().value())
                        .bind("name", entry.name())
                        .bind("most", MOST)
                        .execute()
                == 1;
    }

    /// Takes a number off the list.
    ///
    /// @return false when the congress has no such number
    public boolean remove(Handle handle, String congress, PhoneNumber phone) {
        return handle.createUpdate("DELETE FROM organiser_numbers WHERE congress_id = :congress AND phone = :phone")
                        .bind("congress", congress)
                        .bind("phone", phone.value())
                        .execute()
                == 1;
    }
}
