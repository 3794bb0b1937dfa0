package congressbot.worker;

import congressbot.wire.queue.Blame;
import java.util.List;
import java.util.Locale;

/// How a turn ended, and so what becomes of its claim.
sealed interface Outcome {
    /// bot-api took the first messages: they are finished.
    ///
    /// @param finished ids, in the order of the queue
    record Answered(List<String> finished, Delivery delivery) implements Outcome {
        public Answered {
            finished = List.copyOf(finished);
        }
    }

    /// The first message was stored as a dead letter: it is finished, the others go on.
    record Dead(String id, DeadReason reason) implements Outcome {}

    /// Nothing is finished; the conversation comes again after a pause.
    ///
    /// @param detail for operators, without personal data
    record Park(Cause cause, String detail) implements Outcome {}

    /// Somebody else has the claim now: nothing is done any more.
    record Lost() implements Outcome {}

    /// What became of the reply.
    enum Delivery {
        /// There was none to send, or it is not ours to send.
        NONE,
        SENT,
        /// The channel will never take it; the gateway has reported that.
        REFUSED,
        /// It stands in the outbox; the relay of bot-api sends it.
        LEFT_TO_RELAY
    }

    /// Why a message can never be processed.
    enum DeadReason {
        ATTEMPTS,
        /// No envelope that this version knows.
        UNREADABLE,
        /// Its id belongs to a message of another conversation.
        FOREIGN_CONVERSATION;

        /// As it travels to bot-api: `foreign-conversation`.
        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// Why a claim is given back unfinished, and who is to blame.
    enum Cause {
        /// bot-api says that it is the message, or fails at it.
        MESSAGE_REFUSED(Blame.MESSAGE),
        STRANGE_ANSWER(Blame.MESSAGE),
        /// bot-api is well and did not answer this.
        BOT_SILENT(Blame.MESSAGE),
        /// Code of this process failed with this message.
        FAILURE(Blame.MESSAGE),
        DEAD_LETTER_REFUSED(Blame.MESSAGE),
        BOT_DOWN(Blame.NEIGHBOUR),
        REPLY_IN_FLIGHT(Blame.NEIGHBOUR),
        /// It came at a moment when nothing new may begin: a suspect runs alone, or a neighbour is down.
        TURNED_AWAY(Blame.NEIGHBOUR),
        STOPPING(Blame.NEIGHBOUR);

        private final Blame blame;

        Cause(Blame blame) {
            this.blame = blame;
        }

        Blame blame() {
            return blame;
        }
    }
}
