package congressbot.dev.model;

import congressbot.wire.Json;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// Answers that are none, in turn.
final class Nonsense {
    private final AtomicInteger turn = new AtomicInteger();
    private final List<String> bodies = List.of(
            "",
            "<html><body>502 Bad Gateway</body></html>",
            "{\"choices\":",
            "{}",
            "[]",
            "null",
            "{\"choices\":[]}",
            "{\"error\":{\"message\":\"no\"}}",
            says(""),
            says("colorless green ideas sleep furiously"),
            says("{\"answer\":\"cut off in the mid"),
            says("{\"answer\":17,\"sources\":\"all\",\"answerable\":\"perhaps\"}"),
            says("{\"answer\":\"x\",\"sources\":[1e99],\"answerable\":true}"),
            says("{\"resposta\":\"x\"}"),
            says("\u0000\u0001\ufffd{]["),
            says("{\"value\":{\"a\":[]}}"),
            says("{\"a\":".repeat(5_000)));

    String next() {
        return bodies.get(Math.floorMod(turn.getAndIncrement(), bodies.size()));
    }

    private static String says(String content) {
        return Json.write(new Completion.Text(content).body(0));
    }
}
