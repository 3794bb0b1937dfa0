package congressbot.bot.registration;

import congressbot.bot.text.Language;

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
        HELP,
        /// Show what is known.
        MY_DATA,
        /// Mail all that is stored.
        EXPORT,
        /// Forget all that is stored.
        ERASE,
        /// Mail the confirmation again.
        RESEND
    }

    enum Talk {
        THANKS,
        LAUGHTER,
        INSULT,
        /// Are we a machine?
        ROBOT
    }

    enum Media {
        AUDIO,
        IMAGE,
        DOCUMENT,
        LOCATION,
        /// A location that nobody asked for.
        PLACE,
        CONTACT,
        OTHER
    }

    record Ordered(Command command) implements Meant {}

    /// The person wants to register.
    ///
    /// @param told what stood in the same message
    record Wish(Told told) implements Meant {}

    /// Somebody else is to be registered.
    ///
    /// @param told what stood in the same message
    record WishForAnother(Told told) implements Meant {}

    record Greeting() implements Meant {}

    record Yes() implements Meant {}

    record No() implements Meant {}

    /// Values of the asked field or of others, or an attempt at one.
    record Given(Told told) implements Meant {}

    /// There is no CPF: a foreigner.
    record NoCpf() implements Meant {}

    /// "This number": the phone of the chat itself.
    record ThisPhone() implements Meant {}

    /// The value that is being corrected stays as it is.
    record Keep() implements Meant {}

    /// The field that is to be corrected.
    record ToChange(Field field) implements Meant {}

    /// Something is wrong; what, was not said.
    record SomethingWrong() implements Meant {}

    /// One of the registrations of this chat was picked.
    record Picked(long registration) implements Meant {}

    /// A free question.
    record Question(String text) implements Aside {
        @Override
        public String toString() {
            return "Question[…]";
        }
    }

    record SmallTalk(Talk talk) implements Aside {}

    /// A person of the organisers is asked for.
    record PersonAsked() implements Aside {}

    /// The language in which the chat shall go on.
    record Speak(Language language) implements Aside {}

    /// The first words of the chat were in no language that we are sure of.
    record UnsureLanguage() implements Aside {}

    /// Something that we cannot read.
    record Unreadable(Media media) implements Aside {}

    /// Words that mean nothing to us. They may still be a question: the documents are asked.
    record Unclear(String text) implements Meant {
        @Override
        public String toString() {
            return "Unclear[…]";
        }
    }

    /// A message was changed that belongs to another registration than the one under way.
    record EditedElsewhere() implements Aside {}

    /// Nothing that wants an answer: a reaction, a deleted message.
    record Silence() implements Aside {}
}
