package congressbot.bot.registration;

import java.util.List;

/// What was understood of one message.
public sealed interface Heard {
    /// Something about the registration.
    sealed interface Meant extends Heard {}

    /// Something on the side: it is answered, and the open question asked again.
    sealed interface Aside extends Heard {}

    enum Command {
        BACK,
        CANCEL,
        RESTART,
        HELP
    }

    enum Talk {
        THANKS,
        LAUGHTER,
        INSULT
    }

    enum Media {
        AUDIO,
        IMAGE,
        DOCUMENT,
        LOCATION,
        CONTACT,
        OTHER
    }

    record Ordered(Command command) implements Meant {}

    /// The person wants to register.
    ///
    /// @param given values that stood in the same message
    record Wish(Answers given) implements Meant {}

    record Greeting() implements Meant {}

    record Yes() implements Meant {}

    record No() implements Meant {}

    /// Values, of the asked field or found unmistakably beside it.
    record Given(Answers answers) implements Meant {}

    /// A value that looks like a slip of the finger.
    record Suggested(Parsed.Suggest<? extends Answer> suggestion) implements Meant {}

    /// A city name that several states share.
    record Ambiguous(List<Municipality> candidates) implements Meant {}

    /// No value of the field that was asked.
    record Refused(Field field, Reason reason) implements Meant {}

    /// "This number": the phone of the chat itself.
    record ThisPhone() implements Meant {}

    /// The value that is being corrected stays as it is.
    record Keep() implements Meant {}

    /// The field that is to be corrected.
    record ToChange(Field field) implements Meant {}

    /// A free question.
    record Question(String text) implements Aside {
        @Override
        public String toString() {
            return "Question[…]";
        }
    }

    record SmallTalk(Talk talk) implements Aside {}

    /// Something that we cannot read.
    record Unreadable(Media media) implements Aside {}

    record Unclear() implements Meant {}

    /// Nothing that wants an answer: a reaction, a deleted message.
    record Silence() implements Aside {}
}
