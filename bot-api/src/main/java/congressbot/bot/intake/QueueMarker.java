package congressbot.bot.intake;

import java.time.Instant;
import java.util.Optional;

/// The row of `queue_marker`.
///
/// @param planted whether it stands in Redis, as far as PostgreSQL knows
/// @param lostAt when Redis was last found to have lost the one before
record QueueMarker(String id, boolean planted, Optional<Instant> lostAt) {}
