package congressbot.bot.panel.chats;

import java.time.Duration;

/// How often a stream looks whether there is news.
final class Poll {
    private static final Duration LOOK = Duration.ofSeconds(1);

    /// Looks of one stream.
    static final int LOOKS = 30;

    private Poll() {}

    /// Until the next look; ends early when the process stops.
    static void pause() throws InterruptedException {
        Thread.sleep(LOOK);
    }
}
