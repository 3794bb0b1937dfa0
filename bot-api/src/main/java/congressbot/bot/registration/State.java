package congressbot.bot.registration;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import congressbot.wire.bot.Step;
import java.util.Optional;

/// Where a conversation stands. Stored as JSON with these names: a changed shape must still read the older ones.
/// `tries` counts the messages since the open question was first asked: it chooses the wording and the help.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = State.Idle.class, name = "idle"),
    @JsonSubTypes.Type(value = State.Collecting.class, name = "collecting"),
    @JsonSubTypes.Type(value = State.Confirming.class, name = "confirming"),
    @JsonSubTypes.Type(value = State.Completed.class, name = "completed")
})
public sealed interface State {
    /// A conversation that has just begun.
    State START = new Idle(0, Optional.empty());

    Step step();

    int tries();

    Optional<Pending> pending();

    /// The same with another question in between, or none.
    State with(Optional<Pending> question);

    /// The same after one more message that did not answer.
    State triedAgain();

    /// No registration is under way.
    record Idle(int tries, Optional<Pending> pending) implements State {
        @Override
        public Idle with(Optional<Pending> question) {
            return new Idle(tries, question);
        }

        @Override
        public Idle triedAgain() {
            return new Idle(tries + 1, pending);
        }

        @Override
        public Step step() {
            return Step.IDLE;
        }
    }

    /// A field is asked. When `answers` already has a value of it, that value is being corrected.
    ///
    /// @param followup absent when somebody registers for the first time
    record Collecting(
            Notice notice,
            Answers answers,
            Field asked,
            int tries,
            Optional<Pending> pending,
            Optional<Followup> followup)
            implements State {
        @Override
        public Collecting with(Optional<Pending> question) {
            return new Collecting(notice, answers, asked, tries, question, followup);
        }

        @Override
        public Collecting triedAgain() {
            return new Collecting(notice, answers, asked, tries + 1, pending, followup);
        }

        @Override
        public Step step() {
            return pending.filter(Collecting::choosesState).isPresent() ? Step.ASKING_STATE : asked.step();
        }

        /// Every field has a value: one of them is being corrected.
        boolean correcting() {
            return answers.firstMissing().isEmpty();
        }

        private static boolean choosesState(Pending pending) {
            return switch (pending) {
                case Pending.ChooseOne choice -> choice.sharesName();
                case Pending.Between between ->
                    between.instead().filter(Collecting::choosesState).isPresent();
                case Pending.WantToRegister _,
                        Pending.DidYouMean _,
                        Pending.HeardByVoice _,
                        Pending.RestOf _,
                        Pending.PassportInstead _,
                        Pending.MailToRegistered _,
                        Pending.WhatToChange _,
                        Pending.WhichRegistration _,
                        Pending.WhichLanguage _ -> false;
            };
        }
    }

    /// The summary stands there, waiting for a yes.
    ///
    /// @param followup absent when somebody registers for the first time
    record Confirming(Registration registration, int tries, Optional<Pending> pending, Optional<Followup> followup)
            implements State {
        @Override
        public Confirming with(Optional<Pending> question) {
            return new Confirming(registration, tries, question, followup);
        }

        @Override
        public Confirming triedAgain() {
            return new Confirming(registration, tries + 1, pending, followup);
        }

        @Override
        public Step step() {
            return Step.CONFIRMING;
        }
    }

    /// Registered.
    ///
    /// @param participant the registration's number; of several in this chat, the last
    record Completed(long participant, int tries, Optional<Pending> pending) implements State {
        @Override
        public Completed with(Optional<Pending> question) {
            return new Completed(participant, tries, question);
        }

        @Override
        public Completed triedAgain() {
            return new Completed(participant, tries + 1, pending);
        }

        @Override
        public Step step() {
            return Step.COMPLETED;
        }
    }
}
