package congressbot.bot.registration;

/// Where in a message something stands: from the first character (inclusive) to the last (exclusive).
record Span(int from, int to) {
    boolean overlaps(Span other) {
        return from < other.to && other.from < to;
    }

    String of(String text) {
        return text.substring(from, to);
    }
}
