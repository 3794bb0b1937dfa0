package congressbot.bot.figures;

import congressbot.bot.registration.Uf;
import java.util.Locale;
import java.util.Optional;

/// Which totals somebody asks for in a chat.
///
/// @param by how they are divided
/// @param state only registrations from there
/// @param profile only those, by its label
public record Ask(Since since, Optional<By> by, Optional<Uf> state, Optional<String> profile) {
    /// Which registrations count.
    public enum Since {
        EVER,
        TODAY,
        YESTERDAY,
        /// The last seven days.
        WEEK;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// What they are told by; each is a column of the registrations.
    public enum By {
        PROFILE("profile", "2 DESC, 1"),
        STATE("state", "2 DESC, 1"),
        CITY("city || ' – ' || state", "2 DESC, 1"),
        CHANNEL("channel", "2 DESC, 1"),
        DAY("to_char(created_at AT TIME ZONE 'America/Sao_Paulo', 'YYYY-MM-DD')", "1 DESC");

        private final String column;
        private final String order;

        By(String column, String order) {
            this.column = column;
            this.order = order;
        }

        String column() {
            return column;
        }

        String order() {
            return order;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
