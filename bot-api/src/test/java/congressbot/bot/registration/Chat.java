package congressbot.bot.registration;

import congressbot.bot.text.Text;
import congressbot.wire.Json;
import congressbot.wire.message.Content;
import congressbot.wire.message.Option;
import congressbot.wire.message.PhoneNumber;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// Plays the engine for one conversation, with facts in memory: looks up, decides, carries out, answers in one message.
final class Chat {
    private static final int HITS_UNTIL_PROBING = 3;

    State state = State.START;
    Optional<PhoneNumber> phone = Optional.empty();
    final Set<String> takenCpfs = new HashSet<>();
    final Set<String> takenEmails = new HashSet<>();
    final List<Effect> effects = new ArrayList<>();
    final Set<String> keys = new HashSet<>();

    /// Fields that somebody else registers just before our insert.
    final Set<Field> race = EnumSet.noneOf(Field.class);

    private int hits;
    private long lastNumber;

    /// The reply to a burst of messages; a summary in between makes further replies.
    String hear(List<Content> burst) {
        List<String> replies = new ArrayList<>();
        List<Text> says = new ArrayList<>();
        Optional<Text> asks = Optional.empty();
        List<Option> options = List.of();
        for (Content content : burst) {
            Move move = take(Sample.DIALOGUE.hear(content, state));
            says.addAll(move.says());
            if (move.asks().isPresent()) {
                asks = move.asks();
                options = move.options();
            }
            if (move.endsTurn()) {
                replies.add(Sample.TEXTS.reply(says, asks, options));
                says.clear();
                asks = Optional.empty();
                options = List.of();
            }
        }
        replies.add(Sample.TEXTS.reply(says, asks, options));
        return String.join(
                "\n---\n", replies.stream().filter(reply -> !reply.isEmpty()).toList());
    }

    String hear(String text) {
        return hear(List.of(new Content.Text(text)));
    }

    Move take(Heard heard) {
        Move move = Sample.DIALOGUE.next(state, heard, facts(heard));
        if (move.effects().stream().anyMatch(Effect.Register.class::isInstance) && !race.isEmpty()) {
            move = Sample.DIALOGUE.next(state, heard, facts(heard).withTaken(race));
            race.clear();
        }
        move.effects().forEach(this::carryOut);
        move.says().forEach(text -> keys.add(text.key()));
        move.asks().ifPresent(text -> keys.add(text.key()));
        state = restored(move.next());
        return move;
    }

    private Facts facts(Heard heard) {
        Set<Field> taken = EnumSet.noneOf(Field.class);
        Optional<Text> answer = Optional.empty();
        OptionalLong number = OptionalLong.empty();
        for (Lookup lookup : Sample.DIALOGUE.lookups(state, heard)) {
            switch (lookup) {
                case Lookup.CpfTaken it when takenCpfs.contains(it.cpf().digits()) -> taken.add(Field.CPF);
                case Lookup.EmailTaken it when takenEmails.contains(it.email().value()) -> taken.add(Field.EMAIL);
                case Lookup.AnswerTo it -> answer = Sample.FACTS.answer(it.question());
                case Lookup.NextNumber _ -> number = OptionalLong.of(++lastNumber);
                case Lookup.CpfTaken _, Lookup.EmailTaken _ -> {}
            }
        }
        return new Facts(taken, hits >= HITS_UNTIL_PROBING, answer, phone, number, Sample.NOTICE);
    }

    private void carryOut(Effect effect) {
        effects.add(effect);
        if (effect instanceof Effect.DuplicateHit) {
            hits++;
        }
    }

    /// Every state goes through the store.
    private static State restored(State state) {
        try {
            return Json.read(Json.write(state), State.class);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError("the state cannot be stored: " + state, e);
        }
    }
}
