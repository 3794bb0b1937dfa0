package congressbot.wire.bot;

import congressbot.wire.message.Option;
import java.util.List;
import java.util.Optional;

/// The answer of `POST /chat`.
///
/// @param reply the text, empty when nothing is said
public record ChatAnswer(Optional<String> reply, Step step, List<Option> options, String requestId) {
    public ChatAnswer {
        options = List.copyOf(options);
    }
}
