import { arrange, byId, el, makeClosable } from './dom.js';
import { readableNumber } from './phone-number.js';
import { hashOf } from './seed.js';
import { createPhone } from './server.js';
import { unread } from './state.js';
import { toastOf } from './toast.js';

const MOST_PHONES = 12;
const ROOMY_PHONES = 2;
const TONES = 8;
const STEPS = { ArrowRight: 1, ArrowLeft: -1 };

/** The phones as tabs. Returns what opens the dialog for a new one. */
export function showTabs(state) {
    const strip = byId('tabs');
    const dialog = byId('phone-dialog');
    const openDialog = () => dialog.showModal();
    let tabs = new Map();
    state.on('phones', () => {
        const phones = [...state.phones.values()];
        tabs = new Map(phones.map((phone) => [phone.number, tabs.get(phone.number) ?? new Tab(state, phone)]));
        phones.forEach((phone) => tabs.get(phone.number).update(phone, phone.number === state.active));
        arrange(strip, [...tabs.values()].map((tab) => tab.node));
        strip.classList.toggle('tabs-tight', phones.length > ROOMY_PHONES);
        byId('new-phone').disabled = !state.loaded || phones.length >= MOST_PHONES;
    });
    strip.addEventListener('keydown', (event) => {
        if (step(state, event)) {
            tabs.get(state.active).node.focus();
        }
    });
    byId('new-phone').addEventListener('click', openDialog);
    serveDialog(state, dialog);
    return openDialog;
}

/** One phone's tab. Its node stays while messages come in, so that no tap gets lost between two of them. */
class Tab {
    #badge = el('span', { class: 'badge', 'data-testid': 'unread', 'aria-hidden': 'true' });
    #news = el('span', { class: 'hidden-text' });

    constructor(state, { number, name }) {
        this.node = el(
            'button',
            {
                type: 'button', role: 'tab', class: 'tab', 'data-testid': 'phone-tab', 'data-number': number,
                'aria-controls': 'device', title: `${name} · ${readableNumber(number)}`, onclick: () => state.activate(number),
            },
            el('span', { class: `avatar tone-${hashOf(number) % TONES}`, 'aria-hidden': 'true' }, initials(name)),
            el('span', { class: 'tab-text' }, el('strong', {}, name), el('small', {}, readableNumber(number))),
            this.#badge,
            this.#news,
        );
    }

    update(phone, selected) {
        const count = selected ? 0 : unread(phone);
        this.#badge.hidden = count === 0;
        this.#badge.textContent = String(count);
        this.node.tabIndex = selected ? 0 : -1;
        this.node.setAttribute('aria-selected', String(selected));
        this.#news.textContent = newsOf(count);
    }
}

function newsOf(count) {
    if (count === 0) {
        return '';
    }
    return count === 1 ? '1 mensagem nova' : `${count} mensagens novas`;
}

/** The arrow keys walk through the phones; tells whether this key did. */
function step(state, event) {
    const by = STEPS[event.key];
    if (!by) {
        return false;
    }
    const numbers = [...state.phones.keys()];
    const next = (numbers.indexOf(state.active) + by + numbers.length) % numbers.length;
    state.activate(numbers[next]);
    event.preventDefault();
    return true;
}

function initials(name) {
    const words = name.trim().split(/\s+/);
    const picked = words.length > 1 ? [words[0], words.at(-1)] : words;
    return picked.map((word) => [...word][0] ?? '').join('').toUpperCase();
}

function serveDialog(state, dialog) {
    const name = byId('phone-name');
    makeClosable(dialog);
    byId('phone-form').addEventListener('submit', async (event) => {
        event.preventDefault();
        dialog.close();
        try {
            const phone = await createPhone(name.value.trim());
            name.value = '';
            state.addPhone(phone);
            state.activate(phone.number);
            focusToType();
        } catch (error) {
            toastOf(error);
        }
    });
}

/** On a touch screen the keyboard would cover what to say first. */
function focusToType() {
    if (matchMedia('(hover: hover)').matches) {
        byId('composer').focus();
    }
}
