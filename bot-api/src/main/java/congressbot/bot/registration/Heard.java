package congressbot.bot.registration;

import java.util.List;

/// What was understood of one message.
public sealed interface Heard {
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

    record Ordered(Command command) implements Heard {}

    /// The person wants to register.
    ///
    /// @param given values that stood in the same message
    record Wish(Answers given) implements Heard {}

    record Greeting() implements Heard {}

    record Yes() implements Heard {}

    record No() implements Heard {}

    /// Values, of the asked field or found unmistakably beside it.
    record Given(Answers answers) implements Heard {}

    /// A value that looks like a slip of the finger.
    record Suggested(Parsed.Suggest<? extends Answer> suggestion) implements Heard {}

    /// A city name that several states share.
    record Ambiguous(List<Municipality> candidates) implements Heard {}

    /// No value of the field that was asked.
    record Refused(Field field, Reason reason) implements Heard {}

    /// "This number": the phone of the chat itself.
    record ThisPhone() implements Heard {}

    /// The value that is being corrected stays as it is.
    record Keep() implements Heard {}

    /// The field that is to be corrected.
    record ToChange(Field field) implements Heard {}

    /// A free question.
    record Question(String text) implements Heard {
        @Override
        public String toString() {
            return "Question[…]";
        }
    }

    record SmallTalk(Talk talk) implements Heard {}

    /// Something that we cannot read.
    record Unreadable(Media media) implements Heard {}

    record Unclear() implements Heard {}

    /// Nothing that wants an answer: a reaction, a deleted message.
    record Silence() implements Heard {}
}
