/// Process 2: takes the waiting messages of one conversation at a time, has bot-api decide on them, and sends the
/// answer through the gateway. It keeps no state of its own: what it forgets, the queue gives out again.
///
/// Read [Turn] first: one turn from claim to answer. [ClaimLoop] decides when a turn may run, [PatientQueue] and
/// [Leases] talk to the queue.
@NullMarked
package congressbot.worker;

import org.jspecify.annotations.NullMarked;
