package congressbot.bot.llm;

import java.util.Optional;

/// No model is configured.
public final class OfflineAssistant implements Assistant {
    @Override
    public Advice advise(Inquiry inquiry) {
        return new Advice.None(Advice.Reason.OFF);
    }

    @Override
    public Optional<String> propose(Proposal proposal) {
        return Optional.empty();
    }
}
