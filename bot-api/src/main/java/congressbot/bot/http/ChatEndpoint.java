package congressbot.bot.http;

import congressbot.bot.conversation.Engine;
import congressbot.bot.conversation.TurnResult;
import congressbot.wire.bot.ChatAnswer;
import congressbot.wire.bot.ChatRequest;
import congressbot.wire.http.Access;
import congressbot.wire.http.Bodies;
import congressbot.wire.http.Problem;
import congressbot.wire.http.RequestId;
import congressbot.wire.message.ChannelName;
import congressbot.wire.message.Content;
import congressbot.wire.message.ConversationId;
import congressbot.wire.message.IncomingMessage;
import congressbot.wire.message.MessageId;
import congressbot.wire.message.PhoneNumber;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// `POST /chat`: a conversation over HTTP. The answer is the delivery.
final class ChatEndpoint {
    private static final String ACCOUNT = "http";
    private static final Pattern ID = Pattern.compile("[!-9;-~]{1,60}");
    private static final Pattern PHONE = Pattern.compile("[1-9][0-9]{9,14}");

    private final Engine engine;
    private final TurnJournal journal;
    private final InstantSource time;

    ChatEndpoint(Engine engine, TurnJournal journal, InstantSource time) {
        this.engine = engine;
        this.journal = journal;
        this.time = time;
    }

    void addTo(RoutesConfig routes) {
        routes.post("/chat", this::chat, Access.INTERNAL);
    }

    private void chat(Context call) throws IOException {
        Optional<ChatRequest> request = Bodies.read(call, ChatRequest.class);
        if (request.isEmpty()) {
            return;
        }
        if (!isValid(request.get())) {
            Problem.answer(
                    call,
                    HttpStatus.BAD_REQUEST.getCode(),
                    "userId and messageId are 1 to 60 printable characters without space or colon, text at most "
                            + IncomingMessage.MAX_TEXT);
            return;
        }
        IncomingMessage message = message(request.get());
        switch (journal.noted(message.conversation(), () -> engine.turn(List.of(message)))) {
            case TurnResult.Answered answered ->
                Bodies.answer(
                        call,
                        new ChatAnswer(answered.reply(), answered.step(), answered.options(), RequestId.current()));
            // Cannot happen while the message id holds the user; answered all the same.
            case TurnResult.Foreign() ->
                Problem.answer(call, HttpStatus.CONFLICT.getCode(), "this message id belongs to another user");
        }
    }

    private static boolean isValid(ChatRequest request) {
        return ID.matcher(request.userId()).matches()
                && request.messageId().map(id -> ID.matcher(id).matches()).orElse(true)
                && request.text().length() <= IncomingMessage.MAX_TEXT;
    }

    private IncomingMessage message(ChatRequest request) {
        Instant now = time.instant();
        String user = request.userId();
        String messageId = request.messageId().orElseGet(() -> UUID.randomUUID().toString());
        Optional<PhoneNumber> phone =
                PHONE.matcher(user).matches() ? Optional.of(new PhoneNumber("+" + user)) : Optional.empty();
        return new IncomingMessage(
                IncomingMessage.VERSION,
                ChannelName.CHAT,
                ACCOUNT,
                new ConversationId(ChannelName.CHAT, ACCOUNT, user),
                user,
                List.of(user),
                new MessageId(ChannelName.CHAT, ACCOUNT, user + ":" + messageId),
                new Content.Text(request.text()),
                Optional.empty(),
                phone,
                now,
                now,
                RequestId.current());
    }
}
