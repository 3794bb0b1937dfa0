package congressbot.bot.llm;

import congressbot.bot.llm.openai.Usage;
import congressbot.bot.speech.Hearing;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.core.JdbiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes down each recording that a server was asked to hear, beside the calls of the other models. It
/// takes nothing from their budgets: the servers are paid by the minute, tell us no tokens, and no price
/// is configured for them.
public final class HearingBook {
    private static final Logger LOG = LoggerFactory.getLogger(HearingBook.class);
    private static final int FREE = 0;

    private final ModelCalls calls;
    private final ModelMeters meters;
    private final InstantSource time;

    public HearingBook(ModelCalls calls, MeterRegistry registry, InstantSource time) {
        this.calls = calls;
        this.meters = new ModelMeters(registry);
        this.time = time;
    }

    /// Never throws for what a database does: a text that was paid for is worth more than its row.
    public void enter(Hearing hearing) {
        String verdict = hearing.result().word();
        try {
            calls.add(new ModelCalls.Call(
                    hearing.congress(),
                    hearing.message().map(calls::caller).orElse(Caller.UNKNOWN),
                    Purpose.TRANSCRIBE,
                    hearing.recording().bytes(),
                    List.of(),
                    verdict,
                    Usage.NONE,
                    FREE,
                    hearing.took(),
                    time.instant()));
        } catch (JdbiException e) {
            LOG.atWarn()
                    .addKeyValue("failure", e.getClass().getSimpleName())
                    .log("a recording was heard that the books do not tell of, going on");
        }
        meters.called(Purpose.TRANSCRIBE, verdict, Usage.NONE, FREE, hearing.took());
    }
}
