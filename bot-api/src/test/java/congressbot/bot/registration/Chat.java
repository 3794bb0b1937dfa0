package congressbot.bot.registration;

import congressbot.bot.conversation.Reception;
import congressbot.bot.conversation.Speaker;
import congressbot.bot.text.Language;
import congressbot.bot.text.Text;
import congressbot.wire.Json;
import congressbot.wire.message.Content;
import congressbot.wire.message.PhoneNumber;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Plays the engine for one conversation, with facts in memory: looks up, decides, carries out,
/// answers in one message.
final class Chat {
    private static final int HITS_UNTIL_PROBING = 3;

    State state = State.START;
    Language language = Language.PORTUGUESE;
    Optional<PhoneNumber> phone = Optional.empty();
    final Set<String> takenDocuments = new HashSet<>();
    final Set<String> takenEmails = new HashSet<>();
    final List<Effect> effects = new ArrayList<>();
    final Set<String> keys = new HashSet<>();

    /// What is registered by this chat.
    final Map<Long, Registration> registered = new TreeMap<>();

    /// Fields that somebody else registers just before our insert.
    final Set<Field> race = EnumSet.noneOf(Field.class);

    /// The next message comes after a long silence.
    boolean returning;

    /// What happened to each message of the last burst.
    final List<Step> steps = new ArrayList<>();

    /// The fields that words of the person gave a value.
    private final Map<String, Set<Field>> told = new HashMap<>();

    /// The number of the last registration.
    long lastNumber;

    private int hits;

    /// One message.
    record Step(State from, Heard heard, Move move) {}

    /// The same chat, to go on in another way; tomorrow, when the duplicate hits are forgotten.
    Chat tomorrow() {
        Chat copy = new Chat();
        copy.state = state;
        copy.language = language;
        copy.phone = phone;
        copy.takenDocuments.addAll(takenDocuments);
        copy.takenEmails.addAll(takenEmails);
        copy.registered.putAll(registered);
        copy.lastNumber = lastNumber;
        return copy;
    }

    /// The reply to a burst of messages; a summary in between makes further replies.
    String hear(List<Content> burst) {
        return String.join(
                "\n---\n",
                replies(burst).stream().filter(reply -> !reply.isEmpty()).toList());
    }

    /// The replies to a burst, one a turn.
    List<String> replies(List<Content> burst) {
        steps.clear();
        List<String> replies = new ArrayList<>();
        Burst moves = new Burst();
        for (Content content : burst) {
            Reception.Understood understood = understood(content);
            if (!(understood.heard() instanceof Heard.Silence)) {
                language = understood.language();
                State from = state;
                Move move = take(understood.heard());
                Dialogue.words(content).ifPresent(words -> told.put(words, Revision.told(from, state)));
                steps.add(new Step(from, understood.heard(), move));
                moves.add(move);
                if (move.endsTurn()) {
                    replies.add(reply(moves));
                    moves = new Burst();
                }
            }
        }
        replies.add(reply(moves));
        return replies;
    }

    /// An edit names its message by the words that it had.
    private Reception.Understood understood(Content content) {
        if (content instanceof Content.Edited(String before, String after)) {
            Set<Field> answered = told.getOrDefault(before, Set.of());
            if (!answered.isEmpty()) {
                Heard revised = speaker().dialogue().revised(new Revision(before, after, answered), state);
                return new Reception.Understood(revised, language);
            }
        }
        return Sample.RECEPTION.hear(content, state, language);
    }

    private String reply(Burst moves) {
        return speaker().texts().reply(moves.says(), moves.asks(), moves.options());
    }

    private Speaker speaker() {
        return Sample.RECEPTION.in(language);
    }

    String hear(String text) {
        return hear(List.of(new Content.Text(text)));
    }

    Move take(Heard heard) {
        Move move = speaker().dialogue().next(state, heard, facts(heard));
        boolean stores = move.effects().stream()
                .anyMatch(effect -> effect instanceof Effect.Register || effect instanceof Effect.Amend);
        if (stores && !race.isEmpty()) {
            move = speaker().dialogue().next(state, heard, facts(heard).withTaken(race));
            race.clear();
        }
        move.effects().forEach(this::carryOut);
        note(move);
        returning = false;
        return move;
    }

    /// Hundreds of messages at once.
    void flood() {
        note(speaker().dialogue().flooded(state, Facts.of(Sample.NOTICE), false));
    }

    private void note(Move move) {
        move.says().forEach(remark -> keys.add(remark.text().key()));
        move.asks().ifPresent(text -> keys.add(text.key()));
        state = restored(move.next());
    }

    private Facts facts(Heard heard) {
        Set<Field> taken = EnumSet.noneOf(Field.class);
        Optional<Text> answer = Optional.empty();
        OptionalLong number = OptionalLong.empty();
        for (Lookup lookup : speaker().dialogue().lookups(state, heard)) {
            switch (lookup) {
                case Lookup.DocumentTaken it when isTaken(it.document(), it.own()) -> taken.add(Field.CPF);
                case Lookup.EmailTaken it when isTaken(it.email(), it.own()) -> taken.add(Field.EMAIL);
                case Lookup.AnswerTo it
                when it.asked() == Lookup.Asked.PLAINLY ->
                    answer = speaker().facts().answer(it.question());
                case Lookup.NextNumber _ -> number = OptionalLong.of(++lastNumber);
                case Lookup.DocumentTaken _,
                        Lookup.EmailTaken _,
                        Lookup.AnswerTo _,
                        Lookup.Proposal _,
                        Lookup.Picture _,
                        Lookup.Registrations _ -> {}
            }
        }
        List<Registered> registrations = registered.entrySet().stream()
                .map(entry -> new Registered(entry.getKey(), entry.getValue()))
                .toList();
        return new Facts(
                taken,
                hits >= HITS_UNTIL_PROBING,
                answer,
                Optional.empty(),
                Optional.empty(),
                phone,
                number,
                Sample.NOTICE,
                registrations,
                returning);
    }

    private boolean isTaken(Document document, OptionalLong own) {
        String number = switch (document) {
            case Cpf cpf -> cpf.digits();
            case Passport passport -> passport.number();
        };
        return takenDocuments.contains(number)
                || others(own).anyMatch(registration -> registration.document().equals(document));
    }

    private boolean isTaken(EmailAddress email, OptionalLong own) {
        return takenEmails.contains(email.value())
                || others(own).anyMatch(registration -> registration.email().equals(email));
    }

    private Stream<Registration> others(OptionalLong own) {
        return registered.entrySet().stream()
                .filter(entry -> own.isEmpty() || entry.getKey() != own.getAsLong())
                .map(Map.Entry::getValue);
    }

    private void carryOut(Effect effect) {
        effects.add(effect);
        switch (effect) {
            case Effect.DuplicateHit _ -> hits++;
            case Effect.Register(var registration, var number) -> registered.put(number, registration);
            case Effect.Amend(var registration, var number, var _) -> registered.put(number, registration);
            case Effect.CancelRegistration(var number) -> registered.remove(number);
            case Effect.Erase() -> registered.clear();
            case Effect.ResendConfirmation _,
                    Effect.SendData _,
                    Effect.RemindRegistered _,
                    Effect.PersonWanted _,
                    Effect.FloodAnswered _ -> {}
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
