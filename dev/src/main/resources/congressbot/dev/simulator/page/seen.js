import { markSeen } from './server.js';
import { unread } from './state.js';

const AGAIN_MILLIS = 3_000;

/** Tells the server that the person looks at the active chat, once for each new message of the congress. */
export function reportSeen(state, views) {
    let reported = null;

    async function report() {
        const phone = state.activePhone;
        if (!phone || state.connection !== 'open' || !views.visible('chat') || unread(phone) === 0) {
            return;
        }
        const newest = phone.messages.filter((message) => message.from !== 'person').at(-1).id;
        if (reported === newest) {
            return;
        }
        reported = newest;
        await markSeen(phone.number).catch(() => {
            // Nobody misses a blue tick: the next look tries again.
            setTimeout(() => (reported = null), AGAIN_MILLIS);
        });
    }

    state.on('chat connection', report);
    views.addEventListener('change', report);
}
