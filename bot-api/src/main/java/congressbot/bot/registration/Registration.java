package congressbot.bot.registration;

/// Everything a registration needs: complete by construction.
public record Registration(
        Notice notice, FullName name, EmailAddress email, Cpf cpf, Phone phone, Municipality city, Profile profile) {

    /// The same values as answers, to change one.
    public Answers answers() {
        return Answers.NONE
                .with(name)
                .with(email)
                .with(cpf)
                .with(phone)
                .with(city)
                .with(profile);
    }
}
