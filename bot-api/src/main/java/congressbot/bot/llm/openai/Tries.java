package congressbot.bot.llm.openai;

import dev.langchain4j.exception.TimeoutException;
import java.util.Optional;
import java.util.function.Supplier;

/// Turns what langchain4j throws into a [Reply].
final class Tries {
    private static final String EXHAUSTED = "insufficient_quota";

    private Tries() {}

    static <T> Reply<T> one(Supplier<Reply<T>> call) {
        try {
            return call.get();
        } catch (RuntimeException e) {
            // Besides its own exceptions the library throws whatever its reading of a strange answer throws.
            return failed(e);
        }
    }

    private static <T> Reply<T> failed(RuntimeException e) {
        Optional<RefusedException> refused = cause(e, RefusedException.class);
        if (refused.isPresent()) {
            boolean exhausted = String.valueOf(refused.get().getMessage()).contains(EXHAUSTED);
            return new Reply.Refused<>(refused.get().statusCode(), refused.get().retryAfter(), exhausted);
        }
        if (cause(e, TimeoutException.class).isPresent()) {
            return new Reply.Late<>();
        }
        return cause(e, UnansweredException.class)
                .<Reply<T>>map(unanswered -> new Reply.Unanswered<>(unanswered.left()))
                .orElseGet(Reply.Unreadable::new);
    }

    private static <E extends Throwable> Optional<E> cause(Throwable e, Class<E> type) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
        }
        return Optional.empty();
    }
}
