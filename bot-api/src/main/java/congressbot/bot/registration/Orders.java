package congressbot.bot.registration;

import congressbot.bot.text.Meaning;
import congressbot.bot.text.Words;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Understands what people tell the bot to do: go back, cancel, show or erase what it knows.
final class Orders {
    private static final Pattern PART = Pattern.compile("[,.;!\\n]");

    /// In words.
    private static final int LONGEST_GREETING = 5;

    private final Words words;

    Orders(Words words) {
        this.words = words;
    }

    Optional<Heard> heard(Said said) {
        return stated(Meaning.ERASE, said, Heard.Command.ERASE)
                .or(() -> plain(Meaning.EXPORT, said, Heard.Command.EXPORT))
                .or(() -> wordy(Meaning.RESEND, said, Heard.Command.RESEND))
                .or(() -> plain(Meaning.MY_DATA, said, Heard.Command.MY_DATA))
                .or(() -> plain(Meaning.BACK, said, Heard.Command.BACK))
                .or(() -> wordy(Meaning.CANCEL, said, Heard.Command.CANCEL))
                .or(() -> plain(Meaning.RESTART, said, Heard.Command.RESTART))
                .or(() -> plain(Meaning.HELP, said, Heard.Command.HELP))
                .or(() -> words.is(Meaning.PERSON, said.folded()) || words.mentions(Meaning.PERSON, said.folded())
                        ? Optional.of(new Heard.PersonAsked())
                        : Optional.empty());
    }

    /// "How would I have my data erased later?" orders nothing.
    private Optional<Heard> stated(Meaning meaning, Said said, Heard.Command command) {
        return said.text().contains("?") ? plain(meaning, said, command) : wordy(meaning, said, command);
    }

    /// Orders that people give in whole sentences: "hello, could you please delete my data?" But not
    /// "is there a fee if I cancel?"
    private Optional<Heard> wordy(Meaning meaning, Said said, Heard.Command command) {
        boolean within = PART.splitAsStream(said.text())
                .anyMatch(part -> words.is(meaning, part)
                        || (words.mentions(meaning, part)
                                && !words.contains(Meaning.NEGATION, part)
                                && !words.contains(Meaning.CONDITION, part)));
        return within ? Optional.of(new Heard.Ordered(command)) : plain(meaning, said, command);
    }

    private Optional<Heard> plain(Meaning meaning, Said said, Heard.Command command) {
        return words.is(meaning, said.folded()) || words.is(meaning, ungreeted(said.folded()))
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
