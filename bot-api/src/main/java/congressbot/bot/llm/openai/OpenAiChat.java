package congressbot.bot.llm.openai;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.ImageContent;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.TextContent;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.output.TokenUsage;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Asks a chat model. A call is one try: whether there is another one is the caller's to say.
public final class OpenAiChat {
    private final Endpoint endpoint;

    public OpenAiChat(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    /// What the model writes.
    ///
    /// @param timeout for the whole exchange
    public Reply<Written> ask(Question question, Duration timeout) {
        return Tries.one(() -> {
            ChatResponse response = model(question, timeout).chat(request(question));
            Written written = written(response.aiMessage());
            return new Reply.Got<>(written, usage(response.tokenUsage(), question, written));
        });
    }

    /// Made for each try: it holds nothing but settings, and each try has its own time.
    private OpenAiChatModel model(Question question, Duration timeout) {
        return OpenAiChatModel.builder()
                .httpClientBuilder(endpoint.client())
                .baseUrl(endpoint.baseUrl().toString())
                .apiKey(endpoint.apiKey().reveal())
                .modelName(question.model())
                .maxCompletionTokens(question.maxTokens())
                .strictJsonSchema(true)
                .strictTools(true)
                .timeout(timeout)
                .maxRetries(0)
                .build();
    }

    private static ChatRequest request(Question question) {
        ChatRequest.Builder request = ChatRequest.builder()
                .messages(question.messages().stream().map(OpenAiChat::message).toList())
                .responseFormat(Schemas.format(question.answer()));
        if (!question.tools().isEmpty()) {
            request.toolSpecifications(
                    question.tools().stream().map(OpenAiChat::specification).toList());
        }
        return request.build();
    }

    private static ToolSpecification specification(Tool tool) {
        return ToolSpecification.builder()
                .name(tool.name())
                .description(tool.description())
                .parameters(Schemas.object(tool.arguments()))
                .build();
    }

    private static ChatMessage message(Message message) {
        return switch (message) {
            case Message.Instructions(String text) -> SystemMessage.from(text);
            case Message.Data(String text) -> UserMessage.from(text);
            case Message.Picture picture ->
                UserMessage.from(
                        TextContent.from(picture.text()),
                        ImageContent.from(
                                Base64.getEncoder()
                                        .encodeToString(picture.image().bytes()),
                                picture.mime(),
                                ImageContent.DetailLevel.LOW));
            case Message.Wished(List<Tool.Wish> wishes) ->
                AiMessage.from(wishes.stream().map(OpenAiChat::request).toList());
            case Message.Found(Tool.Wish wish, String text) ->
                ToolExecutionResultMessage.from(wish.id(), wish.name(), text);
        };
    }

    private static ToolExecutionRequest request(Tool.Wish wish) {
        return ToolExecutionRequest.builder()
                .id(wish.id())
                .name(wish.name())
                .arguments(wish.arguments())
                .build();
    }

    private static Written written(AiMessage message) {
        if (message.hasToolExecutionRequests()) {
            return new Written.Wishes(message.toolExecutionRequests().stream()
                    .map(request -> new Tool.Wish(
                            Objects.requireNonNullElse(request.id(), ""),
                            Objects.requireNonNullElse(request.name(), ""),
                            Objects.requireNonNullElse(request.arguments(), "")))
                    .toList());
        }
        return new Written.Text(Objects.requireNonNullElse(message.text(), ""));
    }

    private static Usage usage(@Nullable TokenUsage told, Question question, Written written) {
        if (told != null && told.inputTokenCount() != null && told.outputTokenCount() != null) {
            return new Usage(Math.max(0, told.inputTokenCount()), Math.max(0, told.outputTokenCount()));
        }
        int received = written instanceof Written.Text(String json) ? json.length() : 0;
        return Usage.guessed(question.size(), received);
    }
}
