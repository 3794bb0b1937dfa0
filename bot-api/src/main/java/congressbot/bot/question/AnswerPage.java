package congressbot.bot.question;

import congressbot.bot.congress.Fault;
import congressbot.bot.congress.Fault.Kind;
import congressbot.bot.knowledge.Passages;
import congressbot.bot.llm.redaction.Token;
import congressbot.wire.resource.ResourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How a question and its answer stand in a document of the knowledge: the question as a heading, the answer below it.
final class AnswerPage {
    /// Longest question, in characters: a heading.
    static final int LONGEST_QUESTION = 190;

    /// Longest answer, in characters: it has to fit into one message beside the question.
    static final int LONGEST_ANSWER = 1_500;

    private static final String WORDS = "answer-page.properties";
    private static final Pattern MARK = Pattern.compile("[\\\\`*_{}\\[\\]<>()#+.!|~&-]");

    private final Properties words;

    private AnswerPage(Properties words) {
        this.words = words;
    }

    static AnswerPage load() {
        return new AnswerPage(ResourceFile.beside(AnswerPage.class, WORDS).properties());
    }

    /// The name of the nth document, from 1 on.
    String document(int number) {
        return word("document") + (number == 1 ? "" : "-" + number) + ".md";
    }

    private String word(String key) {
        return Objects.requireNonNull(words.getProperty(key), key);
    }

    /// The document with one more answer at its end.
    ///
    /// @param before empty for one that begins
    String with(String before, String question, String answer) {
        String head = before.isBlank() ? "# " + word("title") + "\n" : before.stripTrailing() + "\n";
        return head + "\n## " + literally(heading(question)) + "\n\n" + answer.strip() + "\n";
    }

    /// On one line, and a question.
    static String heading(String question) {
        String line = question.replaceAll("\\s+", " ").strip();
        return line.endsWith("?") ? line : line + "?";
    }

    /// Read as it is typed, whatever marks stand in it.
    private static String literally(String text) {
        return MARK.matcher(text).replaceAll(found -> Matcher.quoteReplacement("\\" + found.group()));
    }

    /// What is wrong with them; nothing when they can be published.
    static List<Fault> faults(String question, String answer) {
        List<Fault> faults = new ArrayList<>();
        if (question.isBlank() || heading(question).length() > LONGEST_QUESTION) {
            faults.add(Fault.at(0, Kind.LENGTH, Field.QUESTION, LONGEST_QUESTION));
        }
        if (Token.isIn(question) || Token.isIn(answer)) {
            faults.add(Fault.at(0, Kind.MASKED));
        }
        if (answer.isBlank() || answer.length() > LONGEST_ANSWER) {
            faults.add(Fault.at(0, Kind.LENGTH, Field.ANSWER, LONGEST_ANSWER));
        } else {
            Passages.faultOfOne(answer).ifPresent(faults::add);
        }
        return faults;
    }

    /// The answer as it is sent: without the marks of Markdown.
    static String plain(String answer) {
        return Passages.plain(answer);
    }

    /// The fields of the form, as faults name them.
    private enum Field {
        QUESTION,
        ANSWER
    }
}
