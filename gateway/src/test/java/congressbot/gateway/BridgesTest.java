package congressbot.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import congressbot.gateway.bridge.Alarm;
import congressbot.gateway.bridge.Bridge;
import congressbot.gateway.bridge.BridgePlan;
import congressbot.gateway.bridge.Instance;
import congressbot.gateway.bridge.Means;
import congressbot.gateway.bridge.MediaSeal;
import congressbot.gateway.bridge.gowa.Gowa;
import congressbot.gateway.bridge.gowa.GowaSettings;
import congressbot.wire.http.HttpCaller;
import congressbot.wire.message.ChannelName;
import congressbot.wire.message.OutgoingMessage;
import congressbot.wire.process.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BridgesTest {
    private static final String KEY = "k".repeat(32);

    private final HttpCaller caller = new HttpCaller(1);
    private final Means means = new Means(
            caller,
            new MediaSeal(new Secret(KEY)),
            new Alarm(InstantSource.system()),
            InstantSource.system(),
            Path.of("target"));

    @AfterEach
    void close() {
        caller.close();
    }

    @Test
    void a_webhook_reaches_the_instance_that_its_path_names() {
        Bridges bridges = open("gowa", "gowa:norte");

        assertThat(at(bridges)).isEqualTo("gowa -");
        assertThat(at(bridges, "norte")).isEqualTo("gowa/norte -");
        assertThat(at(bridges, "norte", KEY)).isEqualTo("gowa/norte " + KEY);
        assertThat(at(bridges, KEY)).isEqualTo("gowa " + KEY);
    }

    @Test
    void another_path_reaches_nobody() {
        assertThat(at(open("gowa"), KEY, KEY)).isEqualTo("nobody");
        assertThat(at(open("gowa:norte"))).isEqualTo("nobody");
        assertThat(at(open("gowa:norte"), "norte", KEY, KEY)).isEqualTo("nobody");
        assertThat(open("gowa").at("meta", List.of())).isEmpty();
    }

    @Test
    void a_reply_leaves_by_the_instance_that_heard_the_message() {
        Bridges bridges = open("gowa", "gowa:norte");

        assertThat(of(bridges, "norte")).isEqualTo("gowa/norte");
        assertThat(of(bridges, "5585911110000")).isEqualTo("gowa");
        assertThat(of(bridges, "gowa")).isEqualTo("gowa");
    }

    @Test
    void a_reply_of_an_instance_that_is_gone_leaves_from_no_other_number() {
        assertThat(of(open("gowa", "gowa:norte"), "sul")).isEqualTo("nobody");
        assertThat(of(open("gowa"), "norte")).isEqualTo("nobody");
    }

    @Test
    void where_every_instance_has_a_name_no_other_account_is_answered() {
        assertThat(of(open("gowa:norte"), "sul")).isEqualTo("nobody");
        assertThat(of(open("gowa:norte"), "5585911110000")).isEqualTo("nobody");
    }

    private Bridges open(String... names) {
        return Bridges.open(List.of(names).stream().map(BridgesTest::plan).toList(), means);
    }

    private static BridgePlan plan(String name) {
        Instance instance = Instance.parse(name);
        GowaSettings settings = new GowaSettings(
                URI.create("http://127.0.0.1:9"), Optional.empty(), Optional.empty(), List.of(new Secret(KEY)));
        return new BridgePlan(instance, own -> new Gowa(instance, settings, own));
    }

    private static String at(Bridges bridges, String... parts) {
        return bridges.at("gowa", List.of(parts))
                .map(found -> path(found.bridge()) + " " + found.proof().orElse("-"))
                .orElse("nobody");
    }

    private static String of(Bridges bridges, String account) {
        return bridges.of(new OutgoingMessage("1@lid", new ChannelName("gowa"), account, "oi", List.of()))
                .map(BridgesTest::path)
                .orElse("nobody");
    }

    private static String path(Bridge bridge) {
        return bridge.instance().path();
    }
}
