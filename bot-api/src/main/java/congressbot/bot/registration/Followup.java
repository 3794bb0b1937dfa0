package congressbot.bot.registration;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Optional;

/// What somebody does who is registered already.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Followup.Another.class, name = "another"),
    @JsonSubTypes.Type(value = Followup.Change.class, name = "change")
})
public sealed interface Followup {
    /// The number of the registration to which the chat returns when nothing comes of it.
    long registration();

    /// Registers somebody else.
    record Another(long registration) implements Followup {}

    /// Changes what is registered under this number.
    ///
    /// @param before what was registered when it began; absent in states that were stored before this
    ///     was noted
    record Change(long registration, Optional<Registration> before) implements Followup {}
}
