package congressbot.bot.llm;

import congressbot.bot.knowledge.Passage;
import congressbot.bot.llm.openai.Message;
import congressbot.bot.llm.redaction.Redaction;
import congressbot.bot.llm.redaction.Redactor;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Helps by a language model, within its budgets, its deadline, and what may leave this process.
final class ModelAssistant implements Assistant {
    private final Desk desk;
    private final Redactor redactor;
    private final AnswerCache cache;
    private final Proposer proposer;
    private final ModelMeters meters;
    private final Duration deadline;

    /// @param deadline for all that one question needs
    ModelAssistant(
            Desk desk, Redactor redactor, AnswerCache cache, Proposer proposer, ModelMeters meters, Duration deadline) {
        this.desk = desk;
        this.redactor = redactor;
        this.cache = cache;
        this.proposer = proposer;
        this.meters = meters;
        this.deadline = deadline;
    }

    @Override
    public Advice advise(Inquiry inquiry) {
        Redaction redaction = redactor.redaction(inquiry.personal(), published(inquiry));
        String question = redaction.redacted(inquiry.question());
        Optional<AnswerCache.Key> key = AnswerCache.key(inquiry, question);
        Optional<Advice> kept = key.flatMap(known -> cache.find(known, inquiry.passages()));
        if (kept.isPresent()) {
            meters.remembered();
            return kept.get();
        }
        Lookup lookup = new Lookup(desk.prompts(), inquiry.tools(), redaction, inquiry.passages());
        Advice advice = asked(inquiry, redaction, question, lookup);
        key.filter(_ -> !lookup.isPersonal()).ifPresent(known -> cache.keep(known, advice, inquiry.passages()));
        if (advice instanceof Advice.None(Advice.Reason reason)) {
            meters.fellBack(reason);
        }
        return advice;
    }

    private Advice asked(Inquiry inquiry, Redaction redaction, String question, Lookup lookup) {
        Books.Client client = new Books.Client(inquiry.congress().id(), inquiry.person());
        Optional<Advice.Reason> limit = desk.books().limit(client);
        if (limit.isPresent()) {
            return new Advice.None(limit.get());
        }
        List<Message> messages = List.of(
                new Message.Instructions(desk.prompts().instructions(inquiry.congress(), inquiry.language())),
                new Message.Data(desk.prompts()
                        .question(inquiry.passages(), inquiry.step(), turns(inquiry, redaction), question)));
        return new Consultation(desk, inquiry, lookup, messages).held(Deadline.in(deadline));
    }

    private List<Prompts.Turn> turns(Inquiry inquiry, Redaction redaction) {
        List<Inquiry.Earlier> earlier = inquiry.earlier();
        int first = Math.max(0, earlier.size() - desk.freedom().historyTurns());
        return earlier.subList(first, earlier.size()).stream()
                .map(turn -> new Prompts.Turn(redaction.redacted(turn.question()), redaction.redacted(turn.answer())))
                .toList();
    }

    private static String published(Inquiry inquiry) {
        return inquiry.passages().stream()
                .map(Passage::text)
                .collect(Collectors.joining("\n", PublicFacts.of(inquiry.congress()) + "\n", ""));
    }

    @Override
    public Optional<String> propose(Proposal proposal) {
        return proposer.propose(proposal);
    }
}
