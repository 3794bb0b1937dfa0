package congressbot.bot.registration;

/// By what a person is told apart from all others.
public sealed interface Document extends Answer permits Cpf, Passport {
    @Override
    default Field field() {
        return Field.CPF;
    }
}
