package congressbot.bot.participant;

/// By what a person was told apart from all others. It is shown masked: who needs the whole number has to ask the
/// person.
public sealed interface Document {
    /// The document with most of it covered by `•`.
    String shown();

    /// A Brazilian's.
    record Cpf(congressbot.bot.registration.Cpf cpf) implements Document {
        @Override
        public String shown() {
            return cpf.shown();
        }
    }

    /// A foreigner's.
    ///
    /// @param number capitals and digits
    record Passport(String number) implements Document {
        /// Characters at the end that stay legible, so that two can be told apart.
        private static final int LEGIBLE = 3;

        @Override
        public String shown() {
            int covered = Math.max(0, number.length() - LEGIBLE);
            return "•".repeat(covered) + number.substring(covered);
        }

        @Override
        public String toString() {
            return "Passport[" + shown() + "]";
        }
    }
}
