const FIRST_PAUSE_MILLIS = 1_000;
const LONGEST_PAUSE_MILLIS = 5_000;

/** Keeps the event stream open. The browser's own retrying gives up on an answer that is no stream; this one does not. */
export function followEvents(state, url = '/api/events') {
    let pause = FIRST_PAUSE_MILLIS;

    function open() {
        const source = new EventSource(url);
        listen(source, state);
        source.addEventListener('state', () => {
            pause = FIRST_PAUSE_MILLIS;
            state.setConnection('open');
        });
        source.addEventListener('error', () => {
            source.close();
            state.setConnection('lost');
            setTimeout(open, pause);
            pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
        });
    }

    open();
}

function listen(source, state) {
    const on = (name, apply) => source.addEventListener(name, (event) => apply(JSON.parse(event.data)));
    on('state', (snapshot) => state.replace(snapshot));
    on('phone', (phone) => state.addPhone(phone));
    on('message', ({ phone, message }) => state.putMessage(phone, message));
    on('typing', ({ phone, typing }) => state.setTyping(phone, typing));
    on('mail', (mail) => state.addMail(mail));
    on('participants', (participants) => state.setParticipants(participants));
    on('bridge', (bridge) => state.setBridge(bridge));
}
