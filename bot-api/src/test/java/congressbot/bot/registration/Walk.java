package congressbot.bot.registration;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.bot.text.Language;
import congressbot.bot.text.Texts;
import congressbot.wire.message.Content;
import congressbot.wire.message.PhoneNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/// One chat of the random walk, and what must hold after each of its messages.
final class Walk {
    /// Of every so many states that are reached, the way out is tried.
    private static final int TRIED = 100;

    /// Messages within which a patient person is registered, wherever she starts from.
    private static final int WAY_OUT = 20;

    private static final List<Language> LANGUAGES = List.of(Language.values());

    private final Random random;
    private final Patient patient = new Patient();
    private final Wanderer wanderer;
    private final Chat chat;
    private String before = "";
    private String twoBefore = "";

    Walk(long seed) {
        random = new Random(seed);
        wanderer = new Wanderer(random, patient);
        chat = chat();
    }

    private Chat chat() {
        Chat fresh = new Chat();
        fresh.takenEmails.add("taken@gmail.com");
        fresh.takenDocuments.add("93541134780");
        fresh.language = LANGUAGES.get(random.nextInt(LANGUAGES.size()));
        fresh.phone = random.nextBoolean() ? Optional.of(new PhoneNumber("+5562998765432")) : Optional.empty();
        if (random.nextInt(4) == 0) {
            fresh.race.add(random.nextBoolean() ? Field.CPF : Field.EMAIL);
        }
        return fresh;
    }

    /// The chat after so many messages.
    Chat played(int messages) {
        int heard = 0;
        while (heard < messages) {
            List<Content> burst = wanderer.burst(chat);
            chat.returning = random.nextInt(30) == 0;
            if (random.nextInt(400) == 0) {
                chat.registered.clear(); // The organisers cancelled.
            }
            if (random.nextInt(400) == 0) {
                chat.flood();
            }
            List<String> replies = chat.replies(burst);
            for (Chat.Step step : chat.steps) {
                registeredOnlyByYes(step);
                nothingIsLost(step);
            }
            replies.stream().filter(reply -> !reply.isEmpty()).forEach(reply -> isRead(reply, burst));
            if (random.nextInt(TRIED) == 0) {
                leadsOut();
            }
            heard += burst.size();
        }
        return chat;
    }

    private void isRead(String reply, List<Content> burst) {
        boolean wanted = chat.steps.stream().anyMatch(Walk::asksForTheSame);
        assertThat(reply).as("reply to %s", burst).hasSizeLessThanOrEqualTo(Texts.MAX_REPLY);
        assertThat(wanted || !reply.equals(before) || !reply.equals(twoBefore))
                .as("three times, at last to %s: %s", burst, reply)
                .isTrue();
        twoBefore = before;
        before = reply;
    }

    /// Whoever asks the same thing, or orders the same, three times hears the same answer.
    private static boolean asksForTheSame(Chat.Step step) {
        boolean ordered = step.heard() instanceof Heard.Ordered(Heard.Command command)
                && (command == Heard.Command.MY_DATA
                        || command == Heard.Command.EXPORT
                        || command == Heard.Command.RESTART);
        return ordered
                || step.move().says().stream()
                        .anyMatch(remark -> remark.text().key().startsWith("facts."));
    }

    private static void registeredOnlyByYes(Chat.Step step) {
        List<Effect> effects = step.move().effects();
        List<Effect> stored = effects.stream()
                .filter(effect -> effect instanceof Effect.Register || effect instanceof Effect.Amend)
                .toList();
        boolean confirmed = step.from() instanceof State.Confirming
                && step.from().pending().isEmpty()
                && step.heard() instanceof Heard.Yes;
        boolean completed = step.move().next() instanceof State.Completed && !(step.from() instanceof State.Completed);
        if (stored.isEmpty()) {
            assertThat(!completed || saidYesTo(step, Pending.ReallyCancel.class))
                    .as("%s", step)
                    .isTrue();
            return;
        }
        assertThat(stored).hasSize(1);
        assertThat(completed && confirmed).as("%s", step).isTrue();
        Registration summary = ((State.Confirming) step.from()).registration();
        assertThat(registration(stored.getFirst())).isEqualTo(summary);
        valid(summary);
    }

    private static Registration registration(Effect effect) {
        return switch (effect) {
            case Effect.Register register -> register.registration();
            case Effect.Amend amend -> amend.registration();
            default -> throw new IllegalStateException("stores nothing: " + effect);
        };
    }

    private static void valid(Registration registration) {
        assertThat(registration.name().value()).hasSizeGreaterThanOrEqualTo(FullName.MIN_LENGTH);
        assertThat(registration.email().value()).matches("[^@\\s]+@[^@\\s]+\\.[a-z]+");
        assertThat(registration.phone().number().value()).matches("\\+[0-9]{8,15}");
        assertThat(Sample.CONGRESS.profiles()).contains(registration.profile().label());
        assertThat(registration.document() instanceof Cpf(var digits) ? Cpf.valid(digits) : true)
                .isTrue();
        assertThat(
                        registration.city() instanceof Municipality city
                                ? Sample.MUNICIPALITIES.all().contains(city)
                                : true)
                .isTrue();
    }

    /// What was known stays, unless the person gives another value, or gives up.
    private static void nothingIsLost(Chat.Step step) {
        List<Effect> effects = step.move().effects();
        boolean cancelled = saidYesTo(step, Pending.ReallyCancel.class);
        boolean erased = saidYesTo(step, Pending.ReallyErase.class);
        assertThat(effects.stream().noneMatch(Effect.CancelRegistration.class::isInstance) || cancelled)
                .isTrue();
        assertThat(effects.stream().noneMatch(Effect.Erase.class::isInstance) || erased)
                .isTrue();
        boolean restarted =
                step.heard() instanceof Heard.Ordered(Heard.Command command) && command == Heard.Command.RESTART;
        boolean hit = effects.stream().anyMatch(Effect.DuplicateHit.class::isInstance);
        boolean done = step.move().next() instanceof State.Completed || isGone(step);
        if (restarted || cancelled || erased || hit || done) {
            return;
        }
        Answers now = answers(step.move().next());
        Answers told = NewValues.of(Dialogue.goingOn(step.from()), step.heard());
        for (Answer answer : answers(step.from()).byField().values()) {
            boolean kept = now.of(answer.field()).filter(answer::equals).isPresent();
            boolean replaced = now.has(answer.field()) && (told.has(answer.field()) || isThisPhone(step, answer));
            assertThat(kept || replaced).as("%s lost by %s", answer, step).isTrue();
        }
    }

    /// What was to be changed was cancelled by the organisers.
    private static boolean isGone(Chat.Step step) {
        return step.move().says().stream()
                .anyMatch(remark -> remark.text().key().equals("completed.gone"));
    }

    private static boolean isThisPhone(Chat.Step step, Answer answer) {
        return answer.field() == Field.PHONE
                && (step.heard() instanceof Heard.ThisPhone
                        || step.heard() instanceof Heard.Yes
                        || step.heard() instanceof Heard.Given);
    }

    private static boolean saidYesTo(Chat.Step step, Class<? extends Pending> question) {
        return step.heard() instanceof Heard.Yes
                && step.from().pending().filter(question::isInstance).isPresent();
    }

    private static Answers answers(State state) {
        return switch (state) {
            case State.Collecting open -> open.answers();
            case State.Confirming open -> open.registration().answers();
            case State.Idle _, State.Completed _ -> Answers.NONE;
        };
    }

    /// Whoever answers what is asked gets registered.
    private void leadsOut() {
        Chat other = chat.tomorrow();
        List<String> said = new ArrayList<>();
        while (!(other.state instanceof State.Completed) && said.size() < WAY_OUT) {
            said.add(patient.answer(other));
            other.hear(said.getLast());
        }
        assertThat(other.state).as("from %s by %s", chat.state, said).isInstanceOf(State.Completed.class);
    }
}
