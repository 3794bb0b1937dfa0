package congressbot.bot.llm.gate;

/// One rule, as code.
interface Check {
    /// Whether an answer breaks the rule.
    ///
    /// @param answer tidied text
    boolean isBrokenBy(String answer, Proof proof);
}
