package congressbot.dev.talk;

import congressbot.wire.bot.Step;
import congressbot.wire.bot.TurnAnswer;
import congressbot.wire.bot.TurnRequest;
import congressbot.wire.http.RequestId;
import congressbot.wire.message.ChannelName;
import congressbot.wire.message.Content;
import congressbot.wire.message.ConversationId;
import congressbot.wire.message.IncomingMessage;
import congressbot.wire.message.MessageId;
import congressbot.wire.message.PhoneNumber;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// `POST /whatsapp`, as the worker calls it: bursts, voice notes and all other kinds of messages.
public final class WhatsAppDoor implements Door {
    private static final ChannelName CHANNEL = new ChannelName("gowa");
    private static final String ACCOUNT = "5562900000000";

    private final BotClient bot;
    private final ConversationId conversation;
    private final Optional<PhoneNumber> phone;

    /// @param id names the person
    /// @param phone where the channel shows it
    public WhatsAppDoor(BotClient bot, String id, Optional<PhoneNumber> phone) {
        this.bot = bot;
        this.conversation = new ConversationId(CHANNEL, ACCOUNT, id + "@lid");
        this.phone = phone;
    }

    @Override
    public ConversationId conversation() {
        return conversation;
    }

    /// What a turn does not consume is sent again, as the worker does.
    @Override
    public Answer say(List<Content> burst) throws IOException {
        List<IncomingMessage> waiting = burst.stream().map(this::message).toList();
        List<String> replies = new ArrayList<>();
        Step step = Step.IDLE;
        while (!waiting.isEmpty()) {
            TurnRequest request = new TurnRequest(UUID.randomUUID().toString(), conversation, waiting);
            TurnAnswer answer = bot.post("/whatsapp", request, TurnAnswer.class);
            answer.reply().ifPresent(replies::add);
            step = answer.step();
            waiting = waiting.subList(answer.consumed(), waiting.size());
        }
        return new Answer(replies, step);
    }

    private IncomingMessage message(Content content) {
        Instant now = Instant.now();
        return new IncomingMessage(
                IncomingMessage.VERSION,
                CHANNEL,
                ACCOUNT,
                conversation,
                conversation.contact(),
                List.of(conversation.contact()),
                new MessageId(CHANNEL, ACCOUNT, UUID.randomUUID().toString()),
                content,
                Optional.empty(),
                phone,
                now,
                now,
                RequestId.current());
    }
}
