package congressbot.bot.llm.redaction;

import java.util.ArrayList;
import java.util.List;

/// Pieces of a text that are to be replaced. Of two that overlap the earlier one grows.
final class Spans {
    private final String text;
    private final List<Span> spans = new ArrayList<>();

    Spans(String text) {
        this.text = text;
    }

    private record Span(int from, int to, Token token) {}

    /// Must be called from left to right.
    void add(int from, int to, Token token) {
        Span last = spans.isEmpty() ? new Span(-1, -1, token) : spans.getLast();
        if (from < last.to()) {
            spans.set(spans.size() - 1, new Span(last.from(), Math.max(to, last.to()), last.token()));
        } else {
            spans.add(new Span(from, to, token));
        }
    }

    String replaced() {
        StringBuilder out = new StringBuilder(text.length());
        int end = 0;
        for (Span span : spans) {
            out.append(text, end, span.from()).append(span.token().written());
            end = span.to();
        }
        return out.append(text, end, text.length()).toString();
    }
}
