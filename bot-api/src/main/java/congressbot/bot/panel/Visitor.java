package congressbot.bot.panel;

/// Who knocks, as far as guesses are counted.
sealed interface Visitor {
    /// A browser that came in before.
    ///
    /// @param browser the hash of its token
    record Known(String browser) implements Visitor {}

    /// Anybody else.
    ///
    /// @param address of the socket: what a header says about it is not trusted
    record Stranger(String address) implements Visitor {
        @Override
        public String toString() {
            return "Stranger[…]";
        }
    }
}
