/// The queue between gateway, worker and bot-api: both ends, in one class, over one Redis. That is a standalone server,
/// or the primary that Sentinels name; not a Cluster.
///
/// | Key | Type | Meaning |
/// |---|---|---|
/// | `whatsapp-messages` | list | ingress: envelopes as the gateway accepted them |
/// | `whatsapp-messages:dead` | list | raw items that are no envelope, the last 10,000 |
/// | `conv:q:{conversation}` | list | its unfinished messages, oldest first; they stay until they are finished |
/// | `conv:ready` | list | conversations with work and no owner |
/// | `conv:due` | zset | conversations that wait (settle window, pause, suspects), by the ms when it ends |
/// | `conv:active` | zset | claimed conversations, by the ms when their lease ends |
/// | `lock:jid:{conversation}` | string | claim id of the owner; lives 60 s unless renewed |
/// | `attempt:msg:{id}` | string | how often this message was claimed as the first; 7 days |
/// | `dedupe:msg:{id}` | string | the conversation in which it is finished; 6 hours. Only bot-api's inbox is sure |
/// | `failures:jid:{conversation}` | string | how many claims of it ended badly; 10 minutes after the last |
/// | `conv:waiting` | string | messages accepted and unfinished: the ingress and all conversations |
/// | `sent:{key}` | string | `inflight:{nonce}` while a reply is sent, then `sent:{message id}` for an hour;
/// `sent:withdrawn` for a day when a person answers instead |
/// | `gateway-events` | list | facts that the gateway reports, until bot-api has stored them |
/// | `conv:marker` | hash | `id` and a growing `number`: missing or going back, they tell that Redis lost something |
/// | `conv:shrink` | none | never exists; deleting it first lets a script work at maxmemory |
///
/// The life of a message: *enqueue* puts it into the ingress, and only then is the webhook answered. The next
/// *claim* of anybody moves it to the list of its conversation. If it is the first there, the conversation waits in
/// due for the settle window and then becomes ready. A claim takes the conversation that is ready longest: it locks
/// it, gives it a lease in active, counts the attempt on the first message and returns that message with those that
/// follow, up to a hundred or 640 KiB. They stay where they are. The worker *renews* the lease while it works; if it
/// falls silent, the next claim of anybody takes the conversation back. *Complete* removes the finished messages and
/// marks them, so that a copy that is sent again is dropped. *Park* removes nothing and pauses the conversation. So a
/// message leaves Redis only when it is finished, or was no message at all.
///
/// Between two scripts this always holds: a conversation with messages stands in exactly one of ready, due and
/// active, one without in none; a lock exists only in active; `conv:waiting` is exact. Only the owner of the lock
/// removes messages.
@NullMarked
package congressbot.wire.queue;

import org.jspecify.annotations.NullMarked;
