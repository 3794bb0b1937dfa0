package congressbot.dev.talk;

import congressbot.wire.bot.ChatAnswer;
import congressbot.wire.bot.ChatRequest;
import congressbot.wire.message.ChannelName;
import congressbot.wire.message.Content;
import congressbot.wire.message.ConversationId;
import congressbot.wire.message.PhoneNumber;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// `POST /chat`: one text at a time.
public final class ChatDoor implements Door {
    private static final String ACCOUNT = "http";

    private final BotClient bot;
    private final String user;

    /// @param id names the person; no phone number
    /// @param phone where it is known
    public ChatDoor(BotClient bot, String id, Optional<PhoneNumber> phone) {
        this.bot = bot;
        this.user = phone.map(number -> number.value().substring(1)).orElse(id);
    }

    @Override
    public ConversationId conversation() {
        return new ConversationId(ChannelName.CHAT, ACCOUNT, user);
    }

    @Override
    public Answer say(List<Content> burst) throws IOException {
        if (burst.size() != 1 || !(burst.getFirst() instanceof Content.Text(String text))) {
            throw new IllegalArgumentException("this door takes one text at a time");
        }
        ChatAnswer answer = bot.post("/chat", new ChatRequest(user, text, Optional.empty()), ChatAnswer.class);
        return new Answer(answer.reply().stream().toList(), answer.step());
    }
}
