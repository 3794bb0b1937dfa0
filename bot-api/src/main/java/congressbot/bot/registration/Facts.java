package congressbot.bot.registration;

import congressbot.bot.text.Text;
import congressbot.wire.message.PhoneNumber;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// What the engine found out for one move.
///
/// @param taken CPF or EMAIL, when the value in question is registered by somebody else
/// @param probing too many duplicate hits were found in this chat today: whatever CPF or e-mail is typed, taken or not,
///     is answered with the organisers' contact
/// @param answer the answer to a free question
/// @param proposal what a message may mean in which no value of the asked field was found: for the same recogniser
/// @param picture what an image without words shows, in a sentence
/// @param chatPhone the number that the person writes from, where the channel tells it
/// @param nextNumber the number for a new registration
/// @param notice the privacy notice as it would be shown now
/// @param registrations the confirmed ones of this chat, oldest first
/// @param returning the person was silent for longer than a session lasts
public record Facts(
        Set<Field> taken,
        boolean probing,
        Optional<Text> answer,
        Optional<String> proposal,
        Optional<String> picture,
        Optional<PhoneNumber> chatPhone,
        OptionalLong nextNumber,
        Notice notice,
        List<Registered> registrations,
        boolean returning) {

    private static final ZoneId BRASILIA = ZoneId.of("America/Sao_Paulo");

    public Facts {
        taken = Set.copyOf(taken);
        registrations = List.copyOf(registrations);
        if (!EnumSet.of(Field.CPF, Field.EMAIL).containsAll(taken)) {
            throw new IllegalArgumentException("only a CPF or an e-mail can be taken");
        }
    }

    /// The day, where the congress is.
    LocalDate today() {
        return notice.shownAt().atZone(BRASILIA).toLocalDate();
    }

    /// Nothing taken, nothing known.
    public static Facts of(Notice notice) {
        return new Facts(
                Set.of(),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                notice,
                List.of(),
                false);
    }

    /// The same with other fields taken: for the second look after a lost race.
    public Facts withTaken(Set<Field> fields) {
        return new Facts(
                fields, probing, answer, proposal, picture, chatPhone, nextNumber, notice, registrations, returning);
    }
}
