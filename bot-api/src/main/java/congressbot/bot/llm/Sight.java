package congressbot.bot.llm;

import congressbot.bot.congress.Congress;
import congressbot.bot.llm.openai.Message;
import congressbot.bot.llm.openai.Question;
import congressbot.bot.llm.openai.Usage;
import congressbot.bot.llm.openai.Written;
import congressbot.bot.llm.redaction.Redactor;
import congressbot.bot.llm.redaction.Token;
import congressbot.bot.text.Spelling;
import congressbot.wire.http.Body;
import congressbot.wire.message.ConversationId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Says in a sentence what an image shows, by a model that sees, where one is configured. Documents are neither read
/// nor kept, and nothing of the image itself is.
public final class Sight {
    private static final Duration DEADLINE = Duration.ofSeconds(12);

    /// A larger image is not looked at.
    private static final int MOST_BYTES = 5 * 1024 * 1024;

    private static final Set<String> FORMATS = Set.of("image/jpeg", "image/png", "image/webp", "image/gif");
    private static final int DESCRIPTION_TOKENS = 150;

    /// A sentence in plain letters: no digits, no addresses.
    private static final Pattern PLAIN =
            Pattern.compile("\\p{IsLatin}[\\p{IsLatin} ,.;()'\u2019\"\u201c\u201d!-]{3,199}");

    private static final Pattern HOST = Pattern.compile("\\p{L}\\.\\p{L}");

    private final Optional<Eye> eye;

    private Sight(Optional<Eye> eye) {
        this.eye = eye;
    }

    /// @param model that sees
    private record Eye(Desk desk, String model, Redactor redactor) {}

    /// Nobody looks at images.
    public static Sight none() {
        return new Sight(Optional.empty());
    }

    static Sight by(Desk desk, String model, Redactor redactor) {
        return new Sight(Optional.of(new Eye(desk, model, redactor)));
    }

    /// What an image shows.
    public sealed interface Seen {
        /// It is nothing delicate.
        ///
        /// @param text one plain sentence in Portuguese, at most 200 characters, without digits and names
        record Described(String text) implements Seen {}

        /// A document, or something else with personal data: nothing of it was kept.
        record Document() implements Seen {}

        record Nothing(Advice.Reason reason) implements Seen {}
    }

    /// Whether images are looked at.
    public boolean isOpen() {
        return eye.isPresent();
    }

    /// Looks at an image once.
    ///
    /// @param mime as the channel tells it, perhaps with parameters
    public Seen describe(Congress congress, ConversationId person, Body image, String mime) {
        String format = mime.split(";", 2)[0].strip();
        if (eye.isEmpty()) {
            return new Seen.Nothing(Advice.Reason.OFF);
        }
        if (!FORMATS.contains(format) || image.size() == 0 || image.size() > MOST_BYTES) {
            return new Seen.Nothing(Advice.Reason.OFF_LIMITS);
        }
        Books.Client client = new Books.Client(congress.id(), person);
        Optional<Advice.Reason> limit = eye.get().desk().books().limit(client);
        return limit.isPresent()
                ? new Seen.Nothing(limit.get())
                : looked(
                        eye.get(),
                        client,
                        new Message.Picture(eye.get().desk().prompts().picture(), image, format));
    }

    private static Seen looked(Eye eye, Books.Client client, Message picture) {
        Desk desk = eye.desk();
        Question question = new Question(
                eye.model(), List.of(picture), desk.prompts().description(), List.of(), DESCRIPTION_TOKENS);
        Desk.Timed<Written> called = desk.ask(question, Deadline.in(DEADLINE));
        return switch (called.outcome()) {
            case Outcome.Untried<Written>(Advice.Reason reason) -> new Seen.Nothing(reason);
            case Outcome.Failed<Written>(Advice.Reason reason, int tries) -> {
                desk.book(
                        client,
                        Purpose.DESCRIBE,
                        question,
                        new Desk.Result(reason.word(), List.of(), desk.wasted(question, tries), called.took()));
                yield new Seen.Nothing(reason);
            }
            case Outcome.Got<Written>(Written written, Usage usage) -> {
                Seen seen = written instanceof Written.Text(String json)
                        ? read(json, eye.redactor())
                        : new Seen.Nothing(Advice.Reason.MALFORMED);
                desk.book(
                        client,
                        Purpose.DESCRIBE,
                        question,
                        new Desk.Result(verdict(seen), List.of(), usage, called.took()));
                yield seen;
            }
        };
    }

    private static String verdict(Seen seen) {
        return switch (seen) {
            case Seen.Described _ -> "passed";
            case Seen.Document _ -> "document";
            case Seen.Nothing(Advice.Reason reason) -> reason.word();
        };
    }

    private static Seen read(String json, Redactor redactor) {
        Optional<Boolean> document = ModelJson.yes(json, "document");
        Optional<String> description = ModelJson.text(json, "description");
        if (document.isEmpty() || description.isEmpty()) {
            return new Seen.Nothing(Advice.Reason.MALFORMED);
        }
        if (document.get()) {
            return new Seen.Document();
        }
        String text = description.get().strip();
        return isHarmless(text, redactor) ? new Seen.Described(text) : new Seen.Nothing(Advice.Reason.OFF_LIMITS);
    }

    private static boolean isHarmless(String text, Redactor redactor) {
        return PLAIN.matcher(text).matches()
                && !HOST.matcher(text).find()
                && Spelling.cleaned(text).equals(text)
                && !Token.isIn(redactor.redaction(List.of(), "").redacted(text));
    }
}
