package congressbot.wire.message;

/// One answer that the person may pick: by id, by label, or by its number in the text.
public record Option(String id, String label) {}
