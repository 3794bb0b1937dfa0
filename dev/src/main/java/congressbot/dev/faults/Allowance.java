package congressbot.dev.faults;

/// What a fault may cost; where nothing can be done about it, and what is promised says so.
///
/// @param lost at most
/// @param sentTwice at most
/// @param dead exactly
record Allowance(int lost, int sentTwice, int dead) {
    /// Of so many replies, one may be sent twice where the gateway itself dies.
    private static final int REPLIES_A_REPEAT = 1_000;

    /// A share of fewer says nothing.
    private static final int MANY = 5_000;

    /// And so many for each time that a replica of Redis has not got the last moments.
    private static final int REPLIES_A_LOSS = 4;

    static Allowance of(Plan plan, Story story) {
        // Between the bridge's acceptance and its own mark, a gateway that dies cannot know.
        int accepted = story.accepted().size();
        int repeats = accepted < MANY ? story.unmarked() : Math.min(story.unmarked(), accepted / REPLIES_A_REPEAT);
        int poisonous = story.poisonous().size();
        int forgotten = plan.strikes().size() * REPLIES_A_LOSS;
        return switch (plan.fault()) {
            case GATEWAY_KILLED, HALTED -> new Allowance(0, repeats, 0);
            // Nor can it know what became of a send whose answer was cut off: such a one is repeated once.
            case LINK_BROKEN -> new Allowance(0, story.withheld(), 0);
            case MIXED -> new Allowance(0, repeats + story.withheld(), poisonous);
            // That a reply was sent is forgotten with the rest, where PostgreSQL did not know it yet: it is sent again.
            case REDIS_WIPED -> new Allowance(story.unprocessed(), story.unnoted(), 0);
            case REDIS_WIPED_STRICT -> new Allowance(0, story.unnoted(), 0);
            // What the replica had not got is told, not judged.
            case FAILED_OVER -> new Allowance(accepted, forgotten, 0);
            case FAILED_OVER_COPIED -> new Allowance(0, forgotten, 0);
            case POISON -> new Allowance(0, 0, poisonous);
            case NOTHING,
                    WORKER_KILLED,
                    BOT_API_KILLED,
                    BOT_API_AWAY,
                    POSTGRES_AWAY,
                    WORKER_PAUSED,
                    REDIS_KILLED,
                    REDIS_KILLED_UNSYNCED,
                    POSTGRES_KILLED,
                    REDIS_DISK_FULL,
                    POSTGRES_DISK_FULL,
                    NEIGHBOUR_HANGS,
                    MAIL_FAILS,
                    BURST,
                    LITTLE_MEMORY,
                    THRICE,
                    FLOOD,
                    SOAK,
                    UPGRADED,
                    RENEWED -> new Allowance(0, 0, 0);
        };
    }

    boolean covers(Audit.Counts counts) {
        return counts.lost() <= lost
                && counts.twice() == 0
                && counts.disorder() == 0
                && counts.sentTwice() <= sentTwice
                && counts.undecided() == 0
                && counts.unanswered() == 0
                && counts.dead() == dead;
    }
}
