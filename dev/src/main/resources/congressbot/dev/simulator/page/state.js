/** Where a window remembers its phone, so that a reload does not change hands. */
const REMEMBERED = 'phone';

/**
 * What the page knows, as the server told it. Whoever shows a part of it listens to that part's topic:
 * account, phones, chat, mails, participants, bridge, words, links, connection.
 */
export class State extends EventTarget {
    account = { name: 'Congresso' };
    phones = new Map();
    active = sessionStorage.getItem(REMEMBERED);
    mails = [];
    participants = [];
    bridge = { connected: true, paired: true };
    played = { channel: '' };
    magicWords = [];
    links = {};
    connection = 'connecting';
    loaded = false;

    on(topics, listener) {
        for (const topic of topics.split(' ')) {
            this.addEventListener(topic, listener);
        }
        listener();
    }

    get activePhone() {
        return this.phones.get(this.active) ?? null;
    }

    replace(snapshot) {
        this.phones = new Map(snapshot.phones.map((phone) => [phone.number, phone]));
        if (!this.phones.has(this.active)) {
            this.active = this.phones.keys().next().value ?? null;
        }
        this.mails = snapshot.mails;
        this.participants = snapshot.participants;
        this.bridge = snapshot.bridge;
        this.played = snapshot.played;
        this.magicWords = snapshot.magicWords;
        this.links = snapshot.links;
        this.account = snapshot.account;
        this.loaded = true;
        this.#tell('account', 'phones', 'chat', 'mails', 'participants', 'bridge', 'words', 'links');
    }

    /** A phone may be told twice: as the answer to its making and as an event. The first one stays. */
    addPhone(phone) {
        if (!this.phones.has(phone.number)) {
            this.phones.set(phone.number, phone);
            this.active ??= phone.number;
            this.#tell('phones', 'chat');
        }
    }

    activate(number) {
        if (this.phones.has(number) && this.active !== number) {
            this.active = number;
            sessionStorage.setItem(REMEMBERED, number);
            this.#tell('phones', 'chat');
        }
    }

    putMessage(number, message) {
        const phone = this.phones.get(number);
        if (!phone) {
            return;
        }
        const index = phone.messages.findIndex((known) => known.id === message.id);
        if (index < 0) {
            phone.messages.push(message);
        } else {
            phone.messages[index] = message;
        }
        this.#tell('phones', 'chat');
    }

    setTyping(number, typing) {
        const phone = this.phones.get(number);
        if (phone) {
            phone.typing = typing;
            this.#tell('phones', 'chat');
        }
    }

    addMail(mail) {
        if (!this.mails.some((known) => known.id === mail.id)) {
            this.mails = [mail, ...this.mails];
            this.#tell('mails');
        }
    }

    setParticipants(participants) {
        this.participants = participants;
        this.#tell('participants');
    }

    setBridge(bridge) {
        this.bridge = bridge;
        this.#tell('bridge');
    }

    setConnection(connection) {
        if (this.connection !== connection) {
            this.connection = connection;
            this.#tell('connection');
        }
    }

    #tell(...topics) {
        for (const topic of topics) {
            this.dispatchEvent(new Event(topic));
        }
    }
}

/** How many of the congress's messages nobody has looked at. */
export function unread(phone) {
    return phone.messages.filter((message) => message.from !== 'person' && message.status !== 'read').length;
}
