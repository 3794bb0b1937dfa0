package congressbot.bot.registration;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import congressbot.bot.text.Spelling;
import java.util.List;
import java.util.Optional;

/// A question of ours in between, on top of the state's own.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Pending.WantToRegister.class, name = "wantToRegister"),
    @JsonSubTypes.Type(value = Pending.DidYouMean.class, name = "didYouMean"),
    @JsonSubTypes.Type(value = Pending.HeardByVoice.class, name = "heardByVoice"),
    @JsonSubTypes.Type(value = Pending.ChooseOne.class, name = "chooseOne"),
    @JsonSubTypes.Type(value = Pending.RestOf.class, name = "restOf"),
    @JsonSubTypes.Type(value = Pending.PassportInstead.class, name = "passportInstead"),
    @JsonSubTypes.Type(value = Pending.MailToRegistered.class, name = "mailToRegistered"),
    @JsonSubTypes.Type(value = Pending.WhatToChange.class, name = "whatToChange"),
    @JsonSubTypes.Type(value = Pending.WhichRegistration.class, name = "whichRegistration"),
    @JsonSubTypes.Type(value = Pending.WhichLanguage.class, name = "whichLanguage"),
    @JsonSubTypes.Type(value = Pending.ReallyCancel.class, name = "reallyCancel"),
    @JsonSubTypes.Type(value = Pending.ReallyErase.class, name = "reallyErase"),
    @JsonSubTypes.Type(value = Pending.ContinueOrRestart.class, name = "continueOrRestart")
})
public sealed interface Pending {
    /// A question that came between: until it is answered, the one before it stays open too.
    sealed interface Between extends Pending {
        /// The question that stood open before.
        Optional<Pending> instead();
    }

    /// Nothing is under way: would the person like to register?
    record WantToRegister() implements Pending {}

    /// A likely slip of the finger.
    ///
    /// @param typed what stood there, where it could be a value too: typed once more, it is taken
    record DidYouMean(Answer suggested, Optional<Answer> typed) implements Pending {}

    /// Values that were heard, read back.
    ///
    /// @param others read back together with the first
    record HeardByVoice(Answer value, Optional<Answers> others) implements Pending {
        /// All that wait for a yes.
        Answers answers() {
            return others.orElse(Answers.NONE).with(value);
        }
    }

    /// One of these was meant: a city whose name several states share, two CPFs in one message.
    record ChooseOne(List<Answer> candidates) implements Pending {
        public ChooseOne {
            candidates = List.copyOf(candidates);
            if (candidates.size() < 2) {
                throw new IllegalArgumentException("a choice has two candidates or more");
            }
        }

        /// The candidates are told apart by their state alone.
        boolean sharesName() {
            return candidates.stream().allMatch(Municipality.class::isInstance)
                    && candidates.stream()
                                    .map(Municipality.class::cast)
                                    .map(Municipality::name)
                                    .distinct()
                                    .count()
                            == 1;
        }
    }

    /// A first name without the rest, a phone without its area code.
    record RestOf(Field field, String part) implements Pending {
        @Override
        public String toString() {
            return "RestOf[" + field + "]";
        }
    }

    /// There is no CPF: which passport?
    record PassportInstead() implements Pending {}

    /// The document or the address is registered: shall a message go to the registered address?
    record MailToRegistered(Answer typed) implements Pending {}

    /// Something is not right: which field?
    record WhatToChange() implements Pending {}

    /// Several people were registered in this chat: whom does it concern?
    record WhichRegistration(List<Entry> entries, Deed deed) implements Pending {
        /// One of them.
        public record Entry(long number, String name) {
            /// The first name stands among these words.
            boolean isNamedIn(String folded) {
                return (" " + folded + " ").contains(" " + Spelling.folded(name).split(" ", 2)[0] + " ");
            }

            @Override
            public String toString() {
                return "Entry[" + number + "]";
            }
        }

        /// What is to be done.
        public enum Deed {
            CHANGE,
            CANCEL
        }

        public WhichRegistration {
            entries = List.copyOf(entries);
        }
    }

    /// The first words were in no language that we are sure of.
    record WhichLanguage() implements Pending {}

    /// Something would be lost.
    record ReallyCancel(Optional<Pending> instead) implements Between {}

    /// Everything would be forgotten.
    record ReallyErase(Optional<Pending> instead) implements Between {}

    /// The person comes back to an unfinished form.
    record ContinueOrRestart(Optional<Pending> instead) implements Between {}
}
