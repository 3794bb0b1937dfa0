package congressbot.bot.http;

import congressbot.bot.conversation.Conversing;
import congressbot.bot.deadletter.DeadLetterEndpoint;
import congressbot.bot.page.PrivacyPage;
import congressbot.bot.panel.Panel;
import congressbot.bot.speech.SpeechEndpoint;
import io.javalin.config.RoutesConfig;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;

/// Everything that bot-api answers.
public final class Endpoints {
    private final WhatsAppEndpoint whatsApp;
    private final DeadLetterEndpoint deadLetters;
    private final ChatEndpoint chat;
    private final PrivacyPage privacy;
    private final Panel panel;
    private final SpeechEndpoint speech;

    public Endpoints(
            Conversing conversing,
            PrivacyPage privacy,
            Panel panel,
            SpeechEndpoint speech,
            MeterRegistry registry,
            InstantSource time) {
        TurnJournal journal = new TurnJournal(registry);
        this.whatsApp = new WhatsAppEndpoint(conversing.engine(), conversing.deadLetters(), journal);
        this.deadLetters = new DeadLetterEndpoint(conversing.desk());
        this.chat = new ChatEndpoint(conversing.engine(), journal, time);
        this.privacy = privacy;
        this.panel = panel;
        this.speech = speech;
    }

    public void addTo(RoutesConfig routes) {
        whatsApp.addTo(routes);
        deadLetters.addTo(routes);
        chat.addTo(routes);
        privacy.addTo(routes);
        panel.addTo(routes);
        speech.addTo(routes);
        Problems.map(routes);
    }
}
