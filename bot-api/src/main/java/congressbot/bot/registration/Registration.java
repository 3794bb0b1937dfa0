package congressbot.bot.registration;

import com.fasterxml.jackson.annotation.JsonAlias;
import java.util.Optional;

/// Everything a registration needs: complete by construction.
///
/// @param badge only where another name than the full one shall stand on the badge
public record Registration(
        Notice notice,
        FullName name,
        EmailAddress email,
        @JsonAlias("cpf") Document document,
        Phone phone,
        Place city,
        Profile profile,
        Optional<BadgeName> badge) {

    /// The same values as answers, to change one.
    public Answers answers() {
        Answers asked = Answers.NONE
                .with(name)
                .with(email)
                .with(document)
                .with(phone)
                .with(city)
                .with(profile);
        return badge.map(asked::with).orElse(asked);
    }
}
