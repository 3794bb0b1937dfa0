package congressbot.bot.participant;

import congressbot.bot.participant.Participant.Status;
import congressbot.bot.registration.Cpf;
import congressbot.bot.registration.Document;
import congressbot.bot.registration.Passport;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Registrations that rows of a file may be about: by number all, by document and address the confirmed ones.
public final class Matches {
    private final Map<Long, Sheet> byNumber = new HashMap<>();
    private final Map<String, Sheet> byDocument = new HashMap<>();
    private final Map<String, Sheet> byEmail = new HashMap<>();

    Matches(List<Sheet> sheets) {
        for (Sheet sheet : sheets) {
            byNumber.put(sheet.number(), sheet);
            if (sheet.status() == Status.CONFIRMED) {
                byDocument.put(key(sheet.registration().document()), sheet);
                byEmail.put(sheet.registration().email().value(), sheet);
            }
        }
    }

    public Optional<Sheet> withNumber(long number) {
        return Optional.ofNullable(byNumber.get(number));
    }

    public Optional<Sheet> with(Document document) {
        return Optional.ofNullable(byDocument.get(key(document)));
    }

    public Optional<Sheet> withEmail(String email) {
        return Optional.ofNullable(byEmail.get(email));
    }

    /// The number of the document, whatever it is.
    public static String key(Document document) {
        return switch (document) {
            case Cpf(String digits) -> digits;
            case Passport(String number) -> number;
        };
    }
}
