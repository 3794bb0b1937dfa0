package congressbot.dev.microbench;

import com.fasterxml.jackson.core.JsonProcessingException;
import congressbot.bot.registration.State;
import congressbot.wire.Json;
import congressbot.wire.bot.SendState;
import congressbot.wire.bot.TurnAnswer;
import congressbot.wire.bot.TurnRequest;
import congressbot.wire.message.IncomingMessage;
import congressbot.wire.message.OutgoingMessage;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;

/// What a message is written as and read from on its way: in the queue and in the database as text, in the calls
/// between
/// our processes as bytes. All is read from text.
@org.openjdk.jmh.annotations.State(Scope.Thread)
public class JsonBenchmark {
    /// The simple name of a record; `State` is that of a chat at its summary.
    @Param({"IncomingMessage", "TurnRequest", "TurnAnswer", "OutgoingMessage", "State"})
    public String type = "";

    private final Map<String, Form> forms;

    /// @param json as it is read
    /// @param as the type that readers ask for
    /// @param writer as those who write it do
    private record Form(Object value, String json, Class<?> as, Function<Object, Object> writer) {
        static Form text(Object value) {
            return new Form(value, Json.write(value), value.getClass(), Json::write);
        }

        static Form bytes(Object value) {
            return new Form(value, Json.write(value), value.getClass(), Json::bytes);
        }
    }

    public JsonBenchmark() {
        IncomingMessage message = new Webhooks().message();
        Mind mind = new Mind();
        Turns.Turn turn = new Turns(mind).named("yes");
        Mind.Thought summary = turn.before();
        OutgoingMessage reply = message.reply(summary.reply(), summary.options());
        TurnAnswer answer = new TurnAnswer(
                1,
                Optional.of(summary.reply()),
                summary.state().step(),
                summary.options(),
                new TurnAnswer.Send("t-0197f0c2a4b87d2f", SendState.NOW, Optional.of(reply)),
                message.requestId());
        forms = Map.of(
                "IncomingMessage", Form.text(message),
                "TurnRequest", Form.bytes(new TurnRequest("1791-42", message.conversation(), List.of(message))),
                "TurnAnswer", Form.bytes(answer),
                "OutgoingMessage", Form.text(reply),
                "State", new Form(summary.state(), Json.write(summary.state()), State.class, Json::write));
    }

    private Form form() {
        return Objects.requireNonNull(forms.get(type), type);
    }

    @Benchmark
    public Object write() {
        Form form = form();
        return form.writer().apply(form.value());
    }

    @Benchmark
    public Object read() throws JsonProcessingException {
        return Json.read(form().json(), form().as());
    }
}
