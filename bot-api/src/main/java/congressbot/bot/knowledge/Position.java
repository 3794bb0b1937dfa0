package congressbot.bot.knowledge;

/// Where a text stands in its passage; as stored in `knowledge_sentences`.
final class Position {
    static final int TITLE = -1;
    static final int HEADING = 0;
    static final int FIRST = 1;

    private Position() {}
}
