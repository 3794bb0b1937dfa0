package congressbot.bot.registration;

import congressbot.wire.bot.Step;

/// What a registration consists of, in the order of asking.
public enum Field {
    NAME(Step.ASKING_NAME),
    EMAIL(Step.ASKING_EMAIL),
    CPF(Step.ASKING_CPF),
    PHONE(Step.ASKING_PHONE),
    CITY(Step.ASKING_CITY),
    PROFILE(Step.ASKING_PROFILE);

    private final Step step;

    Field(Step step) {
        this.step = step;
    }

    Step step() {
        return step;
    }
}
