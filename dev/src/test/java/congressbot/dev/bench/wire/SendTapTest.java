package congressbot.dev.bench.wire;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.dev.bridge.FakeBridge;
import congressbot.dev.bridge.FakeBridge.Sent;
import congressbot.dev.bridge.gowa.Gowa;
import congressbot.dev.process.Opened;
import congressbot.wire.Json;
import congressbot.wire.http.Call;
import congressbot.wire.http.Exchange;
import congressbot.wire.http.HttpCaller;
import congressbot.wire.process.Secret;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The tap before a bridge: both have to answer alike.
class SendTapTest {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Opened opened = new Opened();
    private final List<Sent> atTheTap = new CopyOnWriteArrayList<>();
    private final List<Sent> atTheBridge = new CopyOnWriteArrayList<>();
    private HttpCaller http;
    private SendTap tap;
    private FakeBridge bridge;
    private URI address;

    @BeforeEach
    void open() throws IOException {
        http = opened.with(new HttpCaller(4));
        Gowa gowa = new Gowa(new Secret("a secret of the webhooks"), Optional.empty());
        bridge = opened.with(FakeBridge.start(gowa, http, atTheBridge::add));
        tap = opened.with(SendTap.open(http, atTheTap::add));
        address = tap.before(bridge.address());
    }

    @AfterEach
    void close() {
        opened.close();
    }

    @Test
    void a_text_ends_at_the_tap_and_is_answered_as_the_bridge_would() throws IOException {
        Map<String, String> text = Map.of("phone", "5562980000001@s.whatsapp.net", "message", "Olá, ção");

        Exchange.Answered tapped = posted(address, text);
        Exchange.Answered real = posted(bridge.address(), text);

        assertThat(atTheTap).singleElement().satisfies(sent -> {
            assertThat(sent.phone()).isEqualTo("5562980000001");
            assertThat(sent.text()).isEqualTo("Olá, ção");
        });
        assertThat(atTheBridge).hasSize(1);
        assertThat(tapped.status()).isEqualTo(real.status());
        assertThat(tapped.header("content-type")).isEqualTo(real.header("content-type"));
        assertThat(tapped.body().replaceAll("[0-9A-F]{14}", "id"))
                .isEqualTo(real.body().replaceAll("[0-9A-F]{14}", "id"));
        assertThat(tap.problems()).isEmpty();
    }

    @Test
    void all_else_goes_on_to_the_bridge() {
        Exchange tapped = http.send(Call.get(address.resolve("/app/status"), PATIENCE));
        Exchange real = http.send(Call.get(bridge.address().resolve("/app/status"), PATIENCE));

        assertThat(tapped)
                .isInstanceOfSatisfying(
                        Exchange.Answered.class,
                        answered -> assertThat(answered.body()).isEqualTo(((Exchange.Answered) real).body()));
        assertThat(tap.problems()).isEmpty();
    }

    @Test
    void a_text_for_nobody_is_a_problem() {
        Exchange exchange = http.send(Call.post(
                address.resolve("/send/message"), "application/json", Json.write(Map.of("message", "x")), PATIENCE));

        assertThat(exchange).isInstanceOf(Exchange.NoAnswer.class);
        assertThat(tap.problems()).hasSize(1);
    }

    private Exchange.Answered posted(URI where, Map<String, String> text) throws IOException {
        Exchange exchange =
                http.send(Call.post(where.resolve("/send/message"), "application/json", Json.write(text), PATIENCE));
        if (exchange instanceof Exchange.Answered answered) {
            return answered;
        }
        throw new IOException(exchange.toString());
    }
}
