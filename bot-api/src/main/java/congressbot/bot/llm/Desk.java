package congressbot.bot.llm;

import congressbot.bot.llm.gate.Gate;
import congressbot.bot.llm.openai.Message;
import congressbot.bot.llm.openai.OpenAiChat;
import congressbot.bot.llm.openai.Question;
import congressbot.bot.llm.openai.Usage;
import congressbot.bot.llm.openai.Written;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/// What every call of a chat model needs.
record Desk(
        String model,
        LlmSettings.Freedom freedom,
        OpenAiChat chat,
        Line line,
        Books books,
        Prompts prompts,
        Gate gate) {

    /// An outcome and how long it took to come.
    record Timed<T>(Outcome<T> outcome, Duration took) {}

    /// What became of a call.
    ///
    /// @param verdict a word
    record Result(String verdict, List<Long> sources, Usage usage, Duration took) {}

    Timed<Written> ask(Question question, Deadline deadline) {
        long start = System.nanoTime();
        Outcome<Written> outcome = line.call(deadline, timeout -> chat.ask(question, timeout));
        return new Timed<>(outcome, Duration.ofNanos(System.nanoTime() - start));
    }

    /// What tries without an answer may cost.
    Usage wasted(Question question, int tries) {
        return tries == 0
                ? Usage.NONE
                : new Usage(Usage.guessed(question.size(), 0).input() * tries, 0);
    }

    void book(Books.Client client, Purpose purpose, Question question, Result result) {
        books.enter(new Books.Entry(
                client, purpose, sent(question), result.sources(), result.verdict(), result.usage(), result.took()));
    }

    private static String sent(Question question) {
        return question.messages().stream().map(Desk::sent).collect(Collectors.joining("\n"));
    }

    /// As a text a picture leaves its bytes out, and two pictures would be the same prompt.
    private static String sent(Message message) {
        return message instanceof Message.Picture picture
                ? picture + ModelCalls.digest(picture.image())
                : message.toString();
    }
}
