package congressbot.bot.registration;

import congressbot.bot.text.Meaning;
import congressbot.bot.text.Words;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Understands what people tell the bot to do: go back, cancel, show or erase what it knows.
final class Orders {
    private static final Pattern PART = Pattern.compile("[,.;!\\n]");

    /// In words.
    private static final int LONGEST_GREETING = 5;

    private final Words words;

    Orders(Words words) {
        this.words = words;
    }

    /// A message as orders are looked for in it.
    ///
    /// @param whole its words, and, where it begins with a greeting, those behind that
    /// @param parts what stands between its punctuation marks
    private record Message(List<String> whole, List<String> parts, boolean asks) {}

    Optional<Heard> heard(Said said) {
        Message message = new Message(
                Stream.of(said.folded(), ungreeted(said.folded())).distinct().toList(),
                PART.splitAsStream(said.text()).toList(),
                said.text().contains("?"));
        return stated(Meaning.ERASE, message, Heard.Command.ERASE)
                .or(() -> plain(Meaning.EXPORT, message, Heard.Command.EXPORT))
                .or(() -> wordy(Meaning.RESEND, message, Heard.Command.RESEND))
                .or(() -> plain(Meaning.MY_DATA, message, Heard.Command.MY_DATA))
                .or(() -> plain(Meaning.BACK, message, Heard.Command.BACK))
                .or(() -> wordy(Meaning.CANCEL, message, Heard.Command.CANCEL))
                .or(() -> plain(Meaning.RESTART, message, Heard.Command.RESTART))
                .or(() -> plain(Meaning.HELP, message, Heard.Command.HELP))
                .or(() -> words.is(Meaning.PERSON, said.folded()) || words.mentions(Meaning.PERSON, said.folded())
                        ? Optional.of(new Heard.PersonAsked())
                        : Optional.empty());
    }

    /// "How would I have my data erased later?" orders nothing.
    private Optional<Heard> stated(Meaning meaning, Message message, Heard.Command command) {
        return message.asks ? plain(meaning, message, command) : wordy(meaning, message, command);
    }

    /// Orders that people give in whole sentences: "hello, could you please delete my data?" But not
    /// "is there a fee if I cancel?"
    private Optional<Heard> wordy(Meaning meaning, Message message, Heard.Command command) {
        boolean within = message.parts.stream()
                .anyMatch(part -> words.is(meaning, part)
                        || (words.mentions(meaning, part)
                                && !words.contains(Meaning.NEGATION, part)
                                && !words.contains(Meaning.CONDITION, part)));
        return within ? Optional.of(new Heard.Ordered(command)) : plain(meaning, message, command);
    }

    private Optional<Heard> plain(Meaning meaning, Message message, Heard.Command command) {
        return message.whole.stream().anyMatch(text -> words.is(meaning, text))
                ? Optional.of(new Heard.Ordered(command))
                : Optional.empty();
    }

    /// Without the greeting before it.
    private String ungreeted(String folded) {
        List<String> said = List.of(folded.split(" "));
        for (int length = Math.min(LONGEST_GREETING, said.size() - 1); length > 0; length--) {
            if (words.is(Meaning.GREETING, String.join(" ", said.subList(0, length)))) {
                return String.join(" ", said.subList(length, said.size()));
            }
        }
        return folded;
    }
}
