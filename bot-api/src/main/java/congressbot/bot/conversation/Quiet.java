package congressbot.bot.conversation;

import congressbot.bot.attention.Attention;
import congressbot.bot.registration.Dialogue;
import congressbot.bot.registration.Effect;
import congressbot.bot.registration.Heard;
import congressbot.bot.registration.State;
import congressbot.bot.text.Language;
import congressbot.wire.message.Content;
import congressbot.wire.message.IncomingMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Whether the bot is silent, message by message, while a turn is planned. For one thread.
final class Quiet {
    private final Transcript transcript;
    private final Reception reception;
    private final Snapshot snapshot;
    private final Instant now;
    private final List<IncomingMessage> byPhone = new ArrayList<>();
    private Optional<Attention> attention;
    private int unread;

    Quiet(Transcript transcript, Reception reception, Snapshot snapshot, Instant now) {
        this.transcript = transcript;
        this.reception = reception;
        this.snapshot = snapshot;
        this.now = now;
        this.attention = snapshot.attention().filter(kept -> kept.isOn(now));
    }

    static boolean isFromStaff(IncomingMessage message) {
        return message.content() instanceof Content.FromStaff;
    }

    boolean isOn() {
        return attention.isPresent();
    }

    /// Understands a message, and decides whether it is left to a person. Who calls the bot back is
    /// greeted.
    Reception.Understood hear(Uttered uttered, State state, Language language) {
        IncomingMessage message = uttered.message();
        if (!uttered.isHeard()) {
            return new Reception.Understood(new Heard.Silence(), language);
        }
        if (isFromStaff(message)) {
            hearStaff(message);
            return new Reception.Understood(new Heard.Silence(), language);
        }
        if (attention.isEmpty()) {
            return understand(uttered, state, language);
        }
        if (attention.get().kind() == Attention.Kind.TAKEN) {
            leave();
            return new Reception.Understood(new Heard.Silence(), language); // whatever it says
        }
        Reception.Understood understood = understand(uttered, state, language);
        Reception.Calls calls = reception.calls(message.content(), language);
        if (!Resuming.endsBy(understood.heard(), state, attention.get(), calls)) {
            leave();
            return understood;
        }
        attention = Optional.empty();
        return calls == Reception.Calls.NOBODY ? understood : new Reception.Understood(new Heard.Greeting(), language);
    }

    /// An answer that was changed is heard as a correction of what it told, whatever is asked by now.
    /// Other words that were changed had their effect: the same in other words is not said twice.
    private Reception.Understood understand(Uttered uttered, State state, Language language) {
        Reception.Understood understood = reception.hear(uttered.message().content(), state, language);
        if (!(uttered.fate() instanceof Fate.Corrects corrects)) {
            return understood;
        }
        if (corrects.revision().isPresent()) {
            return new Reception.Understood(
                    reception.revised(corrects.revision().get(), state, language), language);
        }
        Heard before = reception.hear(corrects.before(), state, language).heard();
        if (understood.heard().equals(before)) {
            return new Reception.Understood(new Heard.Silence(), language);
        }
        // Its yes may have been meant for another question than the one that is open now: that one is asked again.
        return Dialogue.decides(state, understood.heard())
                ? new Reception.Understood(new Heard.Unclear(""), language)
                : understood;
    }

    /// One message is a person's to read.
    void leave() {
        unread++;
    }

    /// Somebody answers on the organisers' own phone, unless it is one of our own messages that comes
    /// back.
    void hearStaff(IncomingMessage message) {
        if (isOurs(message)) {
            return;
        }
        byPhone.add(message);
        if (attention.filter(kept -> kept.kind() == Attention.Kind.TAKEN).isEmpty()) {
            Attention held = Attention.byPhone(message.receivedAt().plus(pause()));
            attention = Optional.of(held).filter(kept -> kept.isOn(now)).or(() -> attention);
        }
    }

    /// A person is wanted from now on.
    void follow(List<Effect> effects) {
        boolean wanted =
                effects.stream().anyMatch(effect -> effect instanceof Effect.PersonWanted(var why) && why.pauses());
        if (wanted) {
            attention = Optional.of(Attention.waiting(now.plus(pause())));
            leave();
        }
    }

    Silence silence() {
        return new Silence(attention, unread, byPhone);
    }

    private Duration pause() {
        return reception.congress().attendance().pause();
    }

    private boolean isOurs(IncomingMessage message) {
        return snapshot.conversation().isPresent()
                && message.content() instanceof Content.FromStaff(String text)
                && transcript.isOurs(
                        snapshot.conversation().getAsLong(), message.id().providerId(), text);
    }
}
