import { Bubble } from './bubble.js';
import { arrange, byId, el } from './dom.js';
import { Scroll } from './scroll.js';
import { clock, dayKey, dayName } from './time.js';

const CLOCK_MILLIS = 10_000;
const STARTERS = ['Oi', 'Quero me inscrever', 'Quando é o congresso?'];

/** The chat of the active phone: its messages with the days between them, and that the bot types. */
export class Chat {
    #state;
    #send;
    #createPhone;
    #can;
    #list = byId('messages');
    #scroll = new Scroll(byId('scroller'), byId('messages'), byId('newest'));
    #shown = null;
    #bubbles = new Map();
    #days = new Map();
    #typing = typingRow();
    #note = el('li', { class: 'note' }, 'Conversa de demonstração: nada aqui sai para o WhatsApp.');
    #starters = el('div', { class: 'options' });
    #start = el('li', { class: 'start' });

    /**
     * `send(text)` sends as the person of the active phone and tells whether that worked; `can` holds what she can do
     * with a message that is there.
     */
    constructor(state, { send, can }, createPhone) {
        this.#can = can;
        this.#state = state;
        this.#send = send;
        this.#createPhone = createPhone;
        this.#starters.append(...STARTERS.map((text) => starter(text, send)));
        state.on('chat', () => this.#show());
        state.on('chat account connection bridge', () => this.#showHeader());
        state.on('bridge', () => this.#showBridge());
        this.#tickClock();
    }

    #show() {
        const phone = this.#state.activePhone;
        const switched = this.#shown !== (phone?.number ?? null);
        if (switched) {
            this.#shown = phone?.number ?? null;
            this.#bubbles.clear();
            this.#days.clear();
        }
        const before = this.#bubbles.size;
        const rows = phone ? this.#rows(phone) : this.#welcome();
        arrange(this.#list, rows);
        if (phone) {
            this.#afterwards(phone, switched, this.#bubbles.size - before);
        }
    }

    #rows(phone) {
        const rows = [this.#note];
        let previous = null;
        phone.messages.forEach((message, index) => {
            const newDay = !previous || dayKey(previous.at) !== dayKey(message.at);
            if (newDay) {
                rows.push(this.#dayRow(message.at));
            }
            const first = newDay || previous.from !== message.from;
            rows.push(this.#bubbleRow(message, { first, ...answering(phone.messages, index) }));
            previous = message;
        });
        if (phone.messages.length === 0) {
            rows.push(this.#startRow());
        }
        return phone.typing ? [...rows, this.#typing] : rows;
    }

    #bubbleRow(message, place) {
        let bubble = this.#bubbles.get(message.id);
        if (!bubble?.shows(message)) {
            bubble = new Bubble(message, (label, button) => this.#pick(label, button), this.#can);
            this.#bubbles.set(message.id, bubble);
        }
        bubble.update(message, place);
        return bubble.node;
    }

    #dayRow(at) {
        const key = dayKey(at);
        if (!this.#days.has(key)) {
            this.#days.set(key, el('li', { class: 'day' }, el('span', {})));
        }
        const row = this.#days.get(key);
        row.firstChild.textContent = dayName(at);
        return row;
    }

    async #pick(label, button) {
        const buttons = [...button.parentElement.children];
        buttons.forEach((each) => (each.disabled = true));
        if (!(await this.#send(label))) {
            buttons.forEach((each) => (each.disabled = false));
        }
    }

    #startRow() {
        this.#start.replaceChildren(
            el('p', {}, 'Escreva como quem acabou de achar o número do congresso. Por exemplo:'),
            this.#starters,
        );
        return this.#start;
    }

    #welcome() {
        const words = this.#state.loaded
            ? [el('p', {}, 'Crie um telefone para conversar com o robô do congresso.'),
                el('button', { type: 'button', class: 'main-button', onclick: () => this.#createPhone() }, 'Criar um telefone')]
            : [el('p', {}, 'Ligando a demonstração…')];
        this.#start.replaceChildren(...words);
        return [this.#start];
    }

    #afterwards(phone, switched, added) {
        if (switched || (added > 0 && phone.messages.at(-1)?.from === 'person')) {
            this.#scroll.toEnd();
        } else if (added > 0) {
            this.#scroll.newMessages(added);
        }
        if (!switched && added > 0) {
            announce(phone.messages.slice(-added), this.#state.account.name);
        }
    }

    #showHeader() {
        const { account, activePhone: phone, connection } = this.#state;
        for (const place of document.querySelectorAll('[data-account-name]')) {
            place.textContent = account.name;
        }
        byId('presence').textContent = this.#presence(phone, connection);
        byId('owner').replaceChildren(...(phone ? ownerLines(phone) : []));
    }

    #presence(phone, connection) {
        if (connection !== 'open' || !this.#state.bridge.connected) {
            return connection === 'connecting' ? 'conectando…' : 'sem conexão';
        }
        return phone?.typing ? 'digitando…' : 'online';
    }

    #showBridge() {
        const banner = byId('bridge-banner');
        banner.hidden = this.#state.bridge.connected;
        banner.textContent = this.#state.bridge.paired
            ? 'WhatsApp fora do ar… as mensagens esperam aqui.'
            : 'O número do congresso não está pareado: as mensagens esperam aqui.';
        byId('device').classList.toggle('device-offline', !banner.hidden);
    }

    #tickClock() {
        byId('clock').textContent = clock(new Date());
        setTimeout(() => this.#tickClock(), CLOCK_MILLIS);
    }
}

/** Whether the options of this message can be tapped, and which one the person's next message picked. */
function answering(messages, index) {
    const isBot = (message) => message.from === 'bot';
    const next = messages[index + 1];
    return {
        live: isBot(messages[index]) && !messages.slice(index + 1).some(isBot),
        chosen: next?.from === 'person' && next.content.type === 'text' ? next.content.text : null,
    };
}

function starter(text, send) {
    return el('button', { type: 'button', class: 'option', 'data-testid': 'starter', onclick: () => send(text) }, text);
}

function ownerLines(phone) {
    return [el('span', {}, 'você é'), el('strong', {}, phone.name)];
}

function typingRow() {
    return el(
        'li',
        { class: 'message message-bot message-first typing', 'data-testid': 'typing', 'aria-label': 'O robô está digitando' },
        el('div', { class: 'bubble' }, el('span', { class: 'dots' }, el('i', {}), el('i', {}), el('i', {}))),
    );
}

function announce(messages, account) {
    const said = messages.filter((message) => message.from !== 'person').map((message) => message.content.text ?? 'uma mensagem');
    if (said.length > 0) {
        byId('announcer').textContent = `${account}: ${said.join('. ')}`;
    }
}
