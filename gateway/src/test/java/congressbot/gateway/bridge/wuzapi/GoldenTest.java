package congressbot.gateway.bridge.wuzapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import congressbot.gateway.bridge.Alarm;
import congressbot.gateway.bridge.Instance;
import congressbot.gateway.bridge.Intake;
import congressbot.gateway.bridge.MediaSeal;
import congressbot.gateway.bridge.Spool;
import congressbot.gateway.bridge.whatsapp.Receiver;
import congressbot.wire.Json;
import congressbot.wire.process.Secret;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Webhooks of both years, as JSON and as forms, and what becomes of each: `2026-text-lid.json` and
/// `2026-text-lid.json.expected`. With `-Dgolden.write=true` the expectations are written anew, to be
/// read by eye.
class GoldenTest {
    private static final Instance BRIDGE = Instance.parse("wuzapi");
    private static final String EXPECTED = ".expected";

    private final MediaSeal seal = new MediaSeal(new Secret("0123456789abcdef0123456789abcdef"));

    @TempDir
    private Path folder;

    static Stream<String> webhooks() throws IOException, URISyntaxException {
        try (Stream<Path> files = Files.list(golden())) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith(EXPECTED))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("webhooks")
    void a_webhook_becomes_what_stands_beside_it(String name) throws IOException, URISyntaxException {
        Intake intake = decoder().decode(WuzapiWebhooks.call(Files.readAllBytes(golden().resolve(name))));

        String shown = Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(shown(intake)) + "\n";
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(
                    Path.of("src/test/resources/congressbot/gateway/bridge/wuzapi/golden", name + EXPECTED), shown);
        } else {
            assertThat(shown).isEqualTo(Files.readString(golden().resolve(name + EXPECTED)));
        }
    }

    private WuzapiDecoder decoder() {
        Spool spool = new Spool(folder, Spool.MAX_FOLDER, InstantSource.system(), new Alarm(InstantSource.system()));
        return new WuzapiDecoder(
                new Receiver(BRIDGE, Optional.empty()),
                new WuzapiContent(new WuzapiMedia(BRIDGE, seal, spool)),
                new LinkTrouble(InstantSource.system()));
    }

    private JsonNode shown(Intake intake) {
        ObjectNode shown = Json.MAPPER.createObjectNode();
        shown.put("intake", intake.getClass().getSimpleName());
        switch (intake) {
            case Intake.Messages(var messages) ->
                messages.forEach(message -> shown.withArray("messages").add(tree(message)));
            case Intake.Receipts(var facts) ->
                facts.forEach(fact -> shown.withArray("facts").add(tree(fact)));
            case Intake.Ignored(String reason) -> shown.put("reason", reason);
            case Intake.Unreadable(String reason) -> shown.put("reason", reason);
            case Intake.Rejected(String reason) -> shown.put("reason", reason);
        }
        return shown;
    }

    /// References are opened, and the names of kept files, which are random, become the length of the
    /// file.
    private JsonNode tree(Object value) {
        JsonNode tree = read(Json.write(value));
        JsonNode ref = tree.at("/content/mediaRef");
        if (ref.isTextual()) {
            ((ObjectNode) tree.get("content")).set("mediaRef", place(ref.asText()));
        }
        return tree;
    }

    private JsonNode place(String ref) {
        ObjectNode place = (ObjectNode) read(seal.open(BRIDGE, ref).orElseThrow());
        if (place.hasNonNull("kept")) {
            place.put(
                    "kept", folder.resolve(place.get("kept").asText()).toFile().length() + " bytes");
        }
        return place;
    }

    private static JsonNode read(String json) {
        try {
            return Json.MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path golden() throws URISyntaxException {
        return Path.of(
                Objects.requireNonNull(GoldenTest.class.getResource("golden")).toURI());
    }
}
