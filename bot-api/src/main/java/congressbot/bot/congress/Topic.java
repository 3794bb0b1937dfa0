package congressbot.bot.congress;

import congressbot.bot.text.Meaning;
import congressbot.bot.text.Words;
import java.util.Arrays;
import java.util.List;

/// What questions about a congress are about. The order tells which topic counts when a question names several: the
/// words of the later ones ("when", "where") stand in questions about the earlier ones too.
public enum Topic {
    DEADLINE(Meaning.TOPIC_DEADLINE),
    FEE(Meaning.TOPIC_FEE),
    PRIVACY(Meaning.TOPIC_PRIVACY),
    PROFILES(Meaning.TOPIC_PROFILES),
    CONTACT(Meaning.TOPIC_CONTACT),
    ABOUT(Meaning.TOPIC_ABOUT),
    DATES(Meaning.TOPIC_DATES),
    PLACE(Meaning.TOPIC_PLACE);

    private final Meaning words;

    Topic(Meaning words) {
        this.words = words;
    }

    Meaning words() {
        return words;
    }

    /// The topics that a text names, in this order.
    public static List<Topic> in(String text, Words words) {
        return Arrays.stream(values())
                .filter(topic -> words.contains(topic.words, text))
                .toList();
    }
}
