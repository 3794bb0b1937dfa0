package congressbot.bot.llm.openai;

import java.util.List;

/// What a model answered.
public sealed interface Written {
    /// A text: the JSON of the asked shape, or whatever it wrote instead; empty when it declined.
    record Text(String json) implements Written {}

    /// It wishes to look things up first.
    record Wishes(List<Tool.Wish> wishes) implements Written {
        public Wishes {
            wishes = List.copyOf(wishes);
        }
    }
}
