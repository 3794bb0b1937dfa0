package congressbot.bot.knowledge;

import java.util.List;

/// A part of a document as it is shown to its author: plain records that a template fills in, escaped, so that nothing
/// of the document ever reaches a page as HTML.
public sealed interface Block {
    /// The head of a section.
    ///
    /// @param level from 1 to 6
    record Heading(int level, List<Span> spans) implements Block {
        public Heading {
            spans = List.copyOf(spans);
        }
    }

    record Paragraph(List<Span> spans) implements Block {
        public Paragraph {
            spans = List.copyOf(spans);
        }
    }

    record Entries(boolean numbered, List<List<Block>> items) implements Block {
        public Entries {
            items = items.stream().map(List::copyOf).toList();
        }
    }

    /// Rows under heads.
    ///
    /// @param heads of the columns
    record Table(List<List<Span>> heads, List<List<List<Span>>> rows) implements Block {
        public Table {
            heads = List.copyOf(heads);
            rows = List.copyOf(rows);
        }
    }

    record Quote(List<Block> blocks) implements Block {
        public Quote {
            blocks = List.copyOf(blocks);
        }
    }

    record Code(String text) implements Block {}

    record Rule() implements Block {}

    /// A part of a line.
    sealed interface Span {
        record Words(String text) implements Span {}

        record Strong(List<Span> spans) implements Span {
            public Strong {
                spans = List.copyOf(spans);
            }
        }

        record Stressed(List<Span> spans) implements Span {
            public Stressed {
                spans = List.copyOf(spans);
            }
        }

        record Code(String text) implements Span {}

        /// Words that lead somewhere.
        ///
        /// @param address of a page, a mailbox or a telephone, and of nothing else
        record Link(String address, List<Span> spans) implements Span {
            public Link {
                spans = List.copyOf(spans);
            }
        }

        record LineBreak() implements Span {}
    }
}
