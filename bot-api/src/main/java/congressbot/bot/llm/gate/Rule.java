package congressbot.bot.llm.gate;

import java.util.Locale;

/// What an answer must not do; in the order in which it is checked.
public enum Rule {
    /// Names no passage, or one that it was not given.
    UNCITED,
    /// Says nothing, or cannot be cut to the limit.
    LENGTH,
    /// Holds characters that nobody sees.
    HIDDEN_CHARACTERS,
    /// Holds HTML, code or links in brackets.
    MARKUP,
    /// Letters of other scripts, or that only look like ours.
    FOREIGN_LETTERS,
    /// Text that is spelt out or encoded so that no other rule sees it.
    SCRAMBLED,
    /// Words that only our prompt holds.
    INSTRUCTIONS,
    /// A token that stands for something personal.
    TOKEN,
    /// A link elsewhere than to where the organisers' texts do.
    LINK,
    /// An e-mail address or account that does not stand in them.
    ACCOUNT,
    /// A number, price, day or time that does not stand there.
    NUMBER,
    /// A person who does not stand there.
    NAME,
    /// Claims to have done something.
    DEED,
    /// Speaks of money, secrets or itself where they do not.
    LURE,
    /// Another language than the person's.
    LANGUAGE,
    /// Other words than theirs.
    UNGROUNDED;

    /// As it counts in the books.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
