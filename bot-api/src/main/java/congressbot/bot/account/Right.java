package congressbot.bot.account;

/// One thing that somebody may do in the panel.
public enum Right {
    SEE_PARTICIPANTS,
    /// Without it a CPF is shown in part.
    SEE_WHOLE_CPF,
    /// Change, cancel, restore, add and import registrations, and have confirmations sent again.
    EDIT_PARTICIPANTS,
    /// Take the list away as a file.
    EXPORT,
    SEE_CHATS,
    /// Take chats over and write in them.
    ANSWER_CHATS,
    EDIT_KNOWLEDGE,
    SEE_FIGURES,
    READ_AUDIT,
    MANAGE_ACCOUNTS
}
