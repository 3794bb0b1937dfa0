import { byId, el, makeClosable } from './dom.js';
import { hashOf } from './seed.js';
import { createPhone } from './server.js';
import { unread } from './state.js';
import { toastOf } from './toast.js';

const MOST_PHONES = 12;
const ROOMY_PHONES = 3;
const TONES = 8;
const STEPS = { ArrowRight: 1, ArrowLeft: -1 };

/** The phones as tabs. Returns what opens the dialog for a new one. */
export function showTabs(state) {
    const tabs = byId('tabs');
    const dialog = byId('phone-dialog');
    const openDialog = () => dialog.showModal();
    state.on('phones', () => {
        const held = document.activeElement?.closest('#tabs') !== null;
        tabs.classList.toggle('tabs-tight', state.phones.size > ROOMY_PHONES);
        tabs.replaceChildren(...[...state.phones.values()].map((phone) => tab(state, phone)));
        byId('new-phone').disabled = !state.loaded || state.phones.size >= MOST_PHONES;
        if (held) {
            tabs.querySelector('[aria-selected="true"]')?.focus();
        }
    });
    tabs.addEventListener('keydown', (event) => step(state, event));
    byId('new-phone').addEventListener('click', openDialog);
    serveDialog(state, dialog);
    return openDialog;
}

function tab(state, phone) {
    const selected = phone.number === state.active;
    const count = selected ? 0 : unread(phone);
    const news = count === 0 ? '' : count === 1 ? ', 1 mensagem nova' : `, ${count} mensagens novas`;
    return el(
        'button',
        {
            type: 'button', role: 'tab', class: 'tab', 'data-testid': 'phone-tab', 'data-number': phone.number,
            'aria-selected': String(selected), 'aria-controls': 'device', 'aria-label': `${phone.name}${news}`,
            title: `${phone.name} · ${readable(phone.number)}`, tabindex: selected ? 0 : -1,
            onclick: () => state.activate(phone.number),
        },
        el('span', { class: `avatar tone-${hashOf(phone.number) % TONES}`, 'aria-hidden': 'true' }, initials(phone.name)),
        el('span', { class: 'tab-text' }, el('strong', {}, phone.name), el('small', {}, readable(phone.number))),
        count > 0 ? el('span', { class: 'badge', 'data-testid': 'unread' }, String(count)) : null,
    );
}

function step(state, event) {
    const by = STEPS[event.key];
    if (by) {
        const numbers = [...state.phones.keys()];
        const next = (numbers.indexOf(state.active) + by + numbers.length) % numbers.length;
        state.activate(numbers[next]);
        event.preventDefault();
    }
}

function initials(name) {
    const words = name.trim().split(/\s+/);
    const picked = words.length > 1 ? [words[0], words.at(-1)] : words;
    return picked.map((word) => [...word][0] ?? '').join('').toUpperCase();
}

/** 5562900000001 is `+55 62 90000-0001`. */
function readable(number) {
    const match = /^55(\d{2})(\d{4,5})(\d{4})$/.exec(number);
    return match ? `+55 ${match[1]} ${match[2]}-${match[3]}` : `+${number}`;
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
            byId('composer').focus();
        } catch (error) {
            toastOf(error);
        }
    });
}
