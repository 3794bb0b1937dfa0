package congressbot.bot.doctor;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import congressbot.wire.Json;
import congressbot.wire.doctor.Report;
import congressbot.wire.http.Call;
import congressbot.wire.http.Exchange;
import congressbot.wire.http.HttpCaller;
import congressbot.wire.process.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/// A server that speaks the OpenAI API: whether it takes our key, and has our models. It is asked for
/// the list of models, which costs nothing.
///
/// @param what stands before what is told
/// @param base with its version, without a slash at the end
public record ModelLook(String what, URI base, Secret key) {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MAX_ANSWER = 2 * 1024 * 1024;

    /// Asks once.
    ///
    /// @param models that we use
    public void look(HttpCaller caller, Report report, List<String> models) {
        Call call = Call.get(URI.create(base + "/models"), PATIENCE)
                .with("Authorization", "Bearer " + key.reveal())
                .reading(MAX_ANSWER);
        switch (caller.send(call)) {
            case Exchange.Answered answer -> judge(answer, report, models);
            case Exchange.NotSent _, Exchange.NoAnswer _ -> report.problem("model.away", what, base.toString());
        }
    }

    private void judge(Exchange.Answered answer, Report report, List<String> models) {
        switch (answer.status()) {
            case 200 -> listed(answer, report, models);
            case 401, 403 -> report.problem("model.refused", what, base.toString());
            case 404, 405, 501 -> report.off("model.unlisted", what, base.toString());
            default -> report.warning("model.failing", what, base.toString(), Integer.toString(answer.status()));
        }
    }

    private void listed(Exchange.Answered answer, Report report, List<String> models) {
        List<String> there = ids(answer);
        List<String> missing =
                models.stream().filter(model -> !there.contains(model)).toList();
        if (there.isEmpty()) {
            report.off("model.unlisted", what, base.toString());
        } else if (missing.isEmpty()) {
            report.ok("model.ok", what, base.toString(), String.join(", ", models));
        } else {
            report.warning("model.missing", what, base.toString(), String.join(", ", missing));
        }
    }

    private static List<String> ids(Exchange.Answered answer) {
        try {
            JsonNode data = Json.MAPPER.readTree(answer.body()).path("data");
            return data.valueStream().map(model -> model.path("id").asText()).toList();
        } catch (JsonProcessingException _) {
            return List.of(); // it lists them in another way
        }
    }
}
