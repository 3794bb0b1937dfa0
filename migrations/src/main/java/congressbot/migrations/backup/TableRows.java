package congressbot.migrations.backup;

/// How many rows of a table were copied.
public record TableRows(String table, long rows) {}
