package congressbot.bot.registration;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Optional;

/// A question of ours in between, on top of the state's own.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Pending.WantToRegister.class, name = "wantToRegister"),
    @JsonSubTypes.Type(value = Pending.DidYouMean.class, name = "didYouMean"),
    @JsonSubTypes.Type(value = Pending.ChooseOne.class, name = "chooseOne"),
    @JsonSubTypes.Type(value = Pending.WhatToChange.class, name = "whatToChange"),
    @JsonSubTypes.Type(value = Pending.ReallyCancel.class, name = "reallyCancel")
})
public sealed interface Pending {
    /// Nothing is under way: would the person like to register?
    record WantToRegister() implements Pending {}

    /// A likely slip of the finger.
    ///
    /// @param typed what stood there, where it could be a value too: typed once more, it is taken
    record DidYouMean(Answer suggested, Optional<Answer> typed) implements Pending {}

    /// A city name that several states share.
    record ChooseOne(List<Municipality> candidates) implements Pending {
        public ChooseOne {
            candidates = List.copyOf(candidates);
            if (candidates.size() < 2) {
                throw new IllegalArgumentException("a choice has two candidates or more");
            }
        }
    }

    /// The summary was not right: which field?
    record WhatToChange() implements Pending {}

    /// Something would be lost.
    ///
    /// @param instead the question that stood open before, and that a "no" brings back
    record ReallyCancel(Optional<Pending> instead) implements Pending {}
}
