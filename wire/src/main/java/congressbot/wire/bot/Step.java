package congressbot.wire.bot;

/// Where a conversation stands, as callers see it. A pending question keeps the step of its field.
public enum Step {
    IDLE,
    ASKING_NAME,
    ASKING_EMAIL,
    ASKING_CPF,
    ASKING_PHONE,
    ASKING_CITY,
    ASKING_STATE,
    ASKING_PROFILE,
    CONFIRMING,
    COMPLETED
}
