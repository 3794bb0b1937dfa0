package congressbot.bot.conversation;

import congressbot.bot.congress.Congress;
import congressbot.bot.llm.Sight;
import congressbot.bot.llm.Sight.Seen;
import congressbot.wire.gateway.Fetched;
import congressbot.wire.gateway.GatewayClient;
import congressbot.wire.message.Content;
import congressbot.wire.message.IncomingMessage;
import java.time.Duration;
import java.util.Optional;

/// Looks at images that come without words, where a model that sees is configured.
public final class Pictures {
    private static final Duration FETCH = Duration.ofSeconds(10);

    private final Sight sight;
    private final GatewayClient gateway;

    public Pictures(Sight sight, GatewayClient gateway) {
        this.sight = sight;
        this.gateway = gateway;
    }

    /// What the image of a message shows, in a sentence; empty when nobody looks, or nothing is to be told of it.
    Optional<String> describe(Congress congress, IncomingMessage message) {
        if (!sight.isOpen() || !(message.content() instanceof Content.Image image)) {
            return Optional.empty();
        }
        return gateway.fetch(image.mediaRef(), FETCH) instanceof Fetched.File file
                        && sight.describe(congress, message.conversation(), file.content(), file.type())
                                instanceof Seen.Described(String text)
                ? Optional.of(text)
                : Optional.empty();
    }
}
