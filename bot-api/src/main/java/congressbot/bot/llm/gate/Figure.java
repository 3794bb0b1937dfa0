package congressbot.bot.llm.gate;

/// Something exact that a text says, however it is written.
sealed interface Figure {
    /// A sum.
    ///
    /// @param currency as written, in small letters
    /// @param cents hundredths
    record Money(String currency, long cents) implements Figure {}

    /// A time of day.
    ///
    /// @param minute of the day
    record Time(int minute) implements Figure {}

    /// A day of any year.
    record Day(int day, int month) implements Figure {}

    /// A share.
    ///
    /// @param digits with a point before the decimals
    record Percent(String digits) implements Figure {}

    /// Any other number.
    ///
    /// @param digits without leading zeros and separators of thousands
    record Plain(String digits) implements Figure {}

    /// A number in groups, such as a phone.
    ///
    /// @param digits of all groups
    record Grouped(String digits) implements Figure {}
}
