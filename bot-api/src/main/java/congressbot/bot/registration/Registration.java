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

    /// These values where they differ from those of before, and what stands there now where they do
    /// not: somebody else may have changed that meanwhile.
    public Registration onTopOf(Registration now, Registration before) {
        return new Registration(
                changed(notice, before.notice, now.notice),
                changed(name, before.name, now.name),
                changed(email, before.email, now.email),
                changed(document, before.document, now.document),
                changed(phone, before.phone, now.phone),
                changed(city, before.city, now.city),
                changed(profile, before.profile, now.profile),
                changed(badge, before.badge, now.badge));
    }

    private static <T> T changed(T value, T before, T now) {
        return value.equals(before) ? now : value;
    }

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
