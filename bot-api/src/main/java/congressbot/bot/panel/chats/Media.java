package congressbot.bot.panel.chats;

import congressbot.bot.attention.Bubble;
import congressbot.bot.attention.ChatReader;
import congressbot.bot.panel.Pages;
import congressbot.bot.panel.Visit;
import congressbot.wire.gateway.Fetched;
import congressbot.wire.gateway.GatewayClient;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// `/painel/conversas/{id}/arquivo/{message}`: the voice note or picture of a message, as long as the channel has it.
final class Media {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /// What a browser plays or shows and never runs. The gateway found the type in the bytes.
    private static final Pattern SHOWN =
            Pattern.compile("(?:audio/(?:ogg|mpeg|mp4|aac|wav|x-wav|webm|amr)|image/(?:jpeg|png|webp|gif))(?:;.*)?");

    private final ChatReader reader;
    private final Pages pages;
    private final GatewayClient gateway;

    Media(ChatReader reader, Pages pages, GatewayClient gateway) {
        this.reader = reader;
        this.pages = pages;
        this.gateway = gateway;
    }

    void show(Visit visit) {
        Optional<Long> id = visit.number("id");
        Optional<Long> message = visit.number("message");
        Optional<String> media = id.flatMap(
                        chat -> message.flatMap(number -> reader.message(visit.congress(), chat, number)))
                .flatMap(Bubble::media);
        if (media.isEmpty()) {
            pages.notFound(visit);
            return;
        }
        switch (gateway.fetch(media.get(), PATIENCE)) {
            case Fetched.File(String type, var content)
            when SHOWN.matcher(type).matches() -> {
                visit.call().contentType(type);
                visit.call().header("Content-Disposition", "inline");
                visit.call().result(content.bytes());
            }
            case Fetched.File _, Fetched.Gone() -> gone(visit, HttpStatus.GONE);
            case Fetched.TooLarge() -> gone(visit, HttpStatus.CONTENT_TOO_LARGE);
            case Fetched.Unavailable _ -> gone(visit, HttpStatus.SERVICE_UNAVAILABLE);
        }
    }

    private void gone(Visit visit, HttpStatus status) {
        pages.show(visit, status, "chats/gone", Map.of("later", status == HttpStatus.SERVICE_UNAVAILABLE));
    }
}
