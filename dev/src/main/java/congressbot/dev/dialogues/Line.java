package congressbot.dev.dialogues;

import congressbot.wire.message.Content;
import congressbot.wire.message.PhoneNumber;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One line of a script. `text` is the line as it stands in the file.
sealed interface Line {
    String text();

    /// A comment, or nothing: it ends a burst.
    record Remark(String text) implements Line {}

    /// `@phone +5562998765432`: the number that the chat shows.
    record Phone(String text, PhoneNumber number) implements Line {}

    /// `@taken-cpf 52998224725`, `@taken-email maria@gmail.com`: somebody else has registered with it before.
    record Taken(String text, Stranger by) implements Line {}

    /// `@days 8`: so many days pass.
    record Days(String text, int days) implements Line {}

    /// `> quero me inscrever`: a message of the person.
    record Said(String text, Content content) implements Line {}

    /// `< Qual é o seu nome?`: a line of the bot.
    ///
    /// @param words without the mark
    record Reply(String text, String words) implements Line {}

    /// `= none`: what stands in the database at the end.
    ///
    /// @param row without the mark
    record Expected(String text, String row) implements Line {}

    /// None of the others.
    record Unreadable(String text) implements Line {}

    static Line of(String text) {
        if (text.isBlank()) {
            return new Remark(text);
        }
        String rest = text.substring(1).strip();
        return switch (text.charAt(0)) {
            case '#' -> new Remark(text);
            case '>' -> new Said(text, Spoken.content(rest));
            case '<' -> new Reply(text, text.startsWith("< ") ? text.substring(2) : rest);
            case '=' -> new Expected(text, rest);
            case '@' -> Condition.line(text).orElseGet(() -> new Unreadable(text));
            default -> new Unreadable(text);
        };
    }

    /// A line that begins with `@`.
    final class Condition {
        private static final Pattern FORM = Pattern.compile("@(?<name>[a-z-]+) +(?<value>\\S+)(?: .*)?");
        private static final Pattern CPF = Pattern.compile("[0-9]{11}");
        private static final Pattern DAYS = Pattern.compile("[1-9][0-9]{0,2}");

        private Condition() {}

        static Optional<Line> line(String text) {
            Matcher matcher = FORM.matcher(text);
            return matcher.matches() ? line(text, matcher.group("name"), matcher.group("value")) : Optional.empty();
        }

        private static Optional<Line> line(String text, String name, String value) {
            return switch (name) {
                case "phone" -> phone(value).map(number -> new Phone(text, number));
                case "taken-cpf" ->
                    CPF.matcher(value).matches()
                            ? Optional.of(new Taken(text, new Stranger.OfCpf(value)))
                            : Optional.empty();
                case "taken-email" ->
                    value.contains("@") ? Optional.of(new Taken(text, new Stranger.OfEmail(value))) : Optional.empty();
                case "days" ->
                    DAYS.matcher(value).matches()
                            ? Optional.of(new Days(text, Integer.parseInt(value)))
                            : Optional.empty();
                default -> Optional.empty();
            };
        }

        private static Optional<PhoneNumber> phone(String value) {
            try {
                return Optional.of(new PhoneNumber(value));
            } catch (IllegalArgumentException _) { // told as an unreadable line
                return Optional.empty();
            }
        }
    }
}
