package congressbot.bot.registration;

import congressbot.bot.text.Text;

/// A sentence before the question, and how long it is worth saying when several messages get one reply.
public record Remark(Text text, Fades fades) {
    /// When a remark is no longer worth saying.
    public enum Fades {
        NEVER,
        /// What was taken down stands in the summary, too.
        BEHIND_THE_SUMMARY,
        /// An explanation of what was not understood, a greeting: the next message of the burst makes up for it.
        WITH_THE_NEXT_MESSAGE
    }

    static Remark lasting(Text text) {
        return new Remark(text, Fades.NEVER);
    }

    static Remark acknowledging(Text text) {
        return new Remark(text, Fades.BEHIND_THE_SUMMARY);
    }

    static Remark passing(Text text) {
        return new Remark(text, Fades.WITH_THE_NEXT_MESSAGE);
    }
}
