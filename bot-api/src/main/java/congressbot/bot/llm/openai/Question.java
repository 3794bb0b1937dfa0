package congressbot.bot.llm.openai;

import java.util.List;

/// One call of a chat model.
///
/// @param answer the shape of what it is to write
/// @param tools what it may look up; none: it must answer
/// @param maxTokens of its answer
public record Question(String model, List<Message> messages, Shape answer, List<Tool> tools, int maxTokens) {
    public Question {
        messages = List.copyOf(messages);
        tools = List.copyOf(tools);
    }

    /// In characters, without images.
    public int size() {
        return messages.stream()
                .mapToInt(message -> switch (message) {
                    case Message.Instructions(String text) -> text.length();
                    case Message.Data(String text) -> text.length();
                    case Message.Picture picture ->
                        picture.text().length() + picture.image().size() / BYTES_OF_A_CHARACTER;
                    case Message.Wished(List<Tool.Wish> wishes) ->
                        wishes.stream()
                                .mapToInt(wish -> wish.arguments().length())
                                .sum();
                    case Message.Found(Tool.Wish _, String text) -> text.length();
                })
                .sum();
    }

    /// An image costs about as much as a page; its bytes are a poor measure of that.
    private static final int BYTES_OF_A_CHARACTER = 100;
}
