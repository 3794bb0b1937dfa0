package congressbot.bot.llm.openai;

import congressbot.wire.http.Body;
import java.util.List;

/// A part of what a model is told, in order.
public sealed interface Message {
    /// Our instructions.
    record Instructions(String text) implements Message {}

    /// The data that they speak of.
    record Data(String text) implements Message {}

    /// An image with what is to be done with it.
    ///
    /// @param mime such as `image/jpeg`
    record Picture(String text, Body image, String mime) implements Message {}

    /// What the model wished to look up.
    record Wished(List<Tool.Wish> wishes) implements Message {
        public Wished {
            wishes = List.copyOf(wishes);
        }
    }

    /// What was found.
    record Found(Tool.Wish wish, String text) implements Message {}
}
