/// The queue between gateway, worker and bot-api: both ends, in one class, over one Redis. That is a
/// standalone server, or the primary that Sentinels name; not a Cluster.
///
/// | Key | Type | Meaning |
/// |---|---|---|
/// | `whatsapp-messages` | list | ingress: envelopes as the gateway accepted them |
/// | `whatsapp-messages:dead` | list | raw items that are no envelope, the last 10,000 |
/// | `conv:q:{conversation}` | list | its unfinished messages, oldest first |
/// | `conv:ready` | list | conversations with work and no owner |
/// | `conv:due` | zset | conversations that wait (settle, pause, suspects), by the ms when it ends |
/// | `conv:active` | zset | claimed conversations, by the ms when their lease ends |
/// | `lock:jid:{conversation}` | string | claim id of the owner; lives 60 s unless renewed |
/// | `attempt:msg:{id}` | string | how often this was claimed as the first message; 7 days |
/// | `dedupe:msg:{id}` | string | in which conversation it is finished; 6 h. The inbox is surer |
/// | `failures:jid:{conversation}` | string | claims of it that ended badly; 10 min after the last |
/// | `conv:waiting` | string | messages accepted and unfinished: ingress and all conversations |
/// | `sent:{key}` | string | of a reply, as below |
/// | `tried:{key}` | string | `{ms}:{nonce}` of the first request that began to send it, as below |
/// | `gateway-events` | list | facts that the gateway reports, until bot-api has stored them |
/// | `gateway:number:{channel}:{account}` | hash | of a number of ours, as below |
/// | `gateway:heard:{bridge}` | string | ms until which all that a bridge told arrived; 10 days |
/// | `jid:number:{conversation}` | string | the number behind a hidden id: a hint; 7 days |
/// | `conv:marker` | hash | `id` and a growing `number`: they tell that Redis lost something |
/// | `conv:shrink` | none | never exists; deleting it first lets a script work at maxmemory |
///
/// `sent:{key}` is `inflight:{nonce}` while a reply is sent, then `sent:{message id}` for an hour;
/// `sent:withdrawn` for a day when a person answers instead. `tried:{key}` stands until it is known how
/// that request ended, 25 hours at most. A number of ours has: `since` when we have it, with which
/// `phone` behind it; `day` and `said`, what it said in these 24 hours that nobody asked for; `limited`
/// until when it may write to nobody new, after which `pause`. All times in ms.
///
/// The life of a message: *enqueue* puts it into the ingress, and only then is the webhook answered.
/// The next *claim* of anybody moves it to the list of its conversation. If it is the first there,
/// the conversation waits in due for the settle window and then becomes ready. A claim takes the
/// conversation that is ready longest: it locks it, gives it a lease in active, counts the attempt on
/// the first message and returns that message with those that follow, up to a hundred or 640 KiB.
/// They stay where they are. The worker *renews* the lease while it works; if it falls silent, the
/// next claim of anybody takes the conversation back. *Complete* removes the finished messages and
/// marks them, so that a copy that is sent again is dropped. *Park* removes nothing and pauses the
/// conversation. So a message leaves Redis only when it is finished, or was no message at all.
///
/// Between two scripts this always holds: a conversation with messages stands in exactly one of
/// ready, due and active, one without in none; a lock exists only in active; `conv:waiting` is exact.
/// Only the owner of the lock removes messages.
@NullMarked
package congressbot.wire.queue;

import org.jspecify.annotations.NullMarked;
