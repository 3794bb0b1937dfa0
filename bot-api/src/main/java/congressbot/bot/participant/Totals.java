package congressbot.bot.participant;

/// How many registrations a search finds.
public record Totals(long confirmed, long cancelled) {
    public long all() {
        return confirmed + cancelled;
    }
}
