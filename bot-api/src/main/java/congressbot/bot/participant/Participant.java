package congressbot.bot.participant;

import congressbot.bot.registration.Document;
import congressbot.bot.registration.Phone;
import java.time.Instant;
import java.util.Optional;

/// A registration as the organisers see it.
///
/// @param number what the person was told
/// @param country two letters, ISO 3166-1
/// @param badge the name on the badge, where it is another than the full name
/// @param channel by which the person registered
public record Participant(
        long number,
        String name,
        String email,
        Document document,
        Phone phone,
        String city,
        String state,
        String country,
        String profile,
        Status status,
        Instant registered,
        Optional<String> badge,
        String channel,
        MailState mail) {
    /// The state of those who live abroad.
    static final String ABROAD = "EX";

    static final String BRAZIL = "BR";

    /// Whether the registration still holds; the constants are the values of the column, in capitals.
    public enum Status {
        CONFIRMED,
        CANCELLED
    }

    /// The city with its state, or, abroad, with its country.
    public String place() {
        return city + "/" + (state.equals(ABROAD) ? country : state);
    }

    @Override
    public String toString() {
        return "Participant[" + number + "]";
    }
}
