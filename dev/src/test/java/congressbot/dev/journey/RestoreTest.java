package congressbot.dev.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import congressbot.dev.process.Opened;
import congressbot.dev.stores.EmbeddedRedis.AppendSync;
import congressbot.dev.stores.StorePair;
import congressbot.dev.talk.BotClient;
import congressbot.dev.talk.Door;
import congressbot.dev.talk.House;
import congressbot.dev.talk.WhatsAppDoor;
import congressbot.migrations.Migrate;
import congressbot.migrations.backup.Backup;
import congressbot.migrations.backup.Outcome;
import congressbot.migrations.backup.Restore;
import congressbot.wire.bot.Step;
import congressbot.wire.http.Call;
import congressbot.wire.http.Exchange;
import congressbot.wire.message.Content;
import congressbot.wire.process.DatabaseAddress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The worst day: the stores are gone, and a backup is there.
class RestoreTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int ANY_PORT = 0;
    private static final House.Setting SETTING = new House.Setting(Path.of("../congress"), 2, Map.of());
    private static final String RUTE =
            "quero me inscrever: Rute Sampaio, rute@ufg.br, 529.982.247-25, 62 99876-5432, Goiania GO, estudante";
    private static final String IVO =
            "quero me inscrever: Ivo Prado, ivo@ufg.br, 841.178.173-96, 62 99876-1111, Goiania GO, estudante";

    @TempDir
    Path folder;

    @Test
    void who_was_registered_still_is_and_everybody_goes_on() throws Exception {
        Path file = folder.resolve("congress.zip");
        try (Opened opened = new Opened()) {
            StorePair stores = migrated("before", opened);
            House house = House.over(folder.resolve("before"), stores, SETTING, opened);
            say(rute(house), RUTE);
            assertThat(say(rute(house), "sim").replies().getFirst()).contains("*1*");
            assertThat(say(ivo(house), IVO).step()).isEqualTo(Step.CONFIRMING);
            await().atMost(PATIENCE).until(() -> markerIsPlanted(house));

            assertThat(Backup.write(address(stores), file)).isInstanceOf(Outcome.Done.class);
        }

        try (Opened opened = new Opened()) {
            StorePair stores = migrated("after", opened);
            assertThat(Restore.read(address(stores), file)).isInstanceOf(Outcome.Done.class);
            House house = House.over(folder.resolve("after"), stores, SETTING, opened);

            assertThat(say(rute(house), "meus dados").replies().getFirst())
                    .contains("Rute Sampaio", "rute@ufg.br", "*1*");
            Door.Answer confirmed = say(ivo(house), "sim");
            assertThat(confirmed.step()).isEqualTo(Step.COMPLETED);
            assertThat(confirmed.replies().getFirst()).contains("Ivo", "*2*");
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(health(house)).contains("Redis was found to have lost the queue"));
        }
    }

    private StorePair migrated(String name, Opened opened) throws Exception {
        StorePair stores = opened.with(StorePair.start(folder.resolve(name), ANY_PORT, ANY_PORT, AppendSync.EVERYSEC));
        Migrate.migrate(address(stores));
        return stores;
    }

    private static boolean markerIsPlanted(House house) {
        try (Handle handle = house.database()) {
            return handle.createQuery("SELECT count(*) FROM queue_marker WHERE planted")
                            .mapTo(Integer.class)
                            .one()
                    == 1;
        }
    }

    private static String health(House house) {
        BotClient bot = house.bot();
        Call call = Call.get(bot.address().resolve("/health"), PATIENCE).internal(bot.apiKey());
        return bot.http().send(call) instanceof Exchange.Answered answered ? answered.body() : "";
    }

    private static DatabaseAddress address(StorePair stores) {
        return DatabaseAddress.parse(stores.postgres().url().toString());
    }

    private static Door rute(House house) {
        return new WhatsAppDoor(house.bot(), "rute", Optional.empty());
    }

    private static Door ivo(House house) {
        return new WhatsAppDoor(house.bot(), "ivo", Optional.empty());
    }

    private static Door.Answer say(Door door, String text) throws IOException {
        return door.say(List.of(new Content.Text(text)));
    }
}
