import { arrange, byId, el } from './dom.js';
import { readableNumber } from './phone-number.js';
import { shortMoment } from './time.js';

/** The server tells the newest ones only. */
const MOST_TOLD = 50;
const STATUS = { confirmed: 'Confirmada', cancelled: 'Cancelada' };

/** Who registered, newest first. A row that is new or changed lights up for a moment. */
export function showParticipants(state, views) {
    let shown = null;
    const looked = new Map();

    /** A row counts as looked at when it was in sight as it is now. */
    function countNews() {
        if (views.visible('participants')) {
            shown?.forEach((row, number) => looked.set(number, row.looks));
        }
        const news = [...(shown ?? [])].filter(([number, row]) => looked.get(number) !== row.looks);
        views.setNews('participants', news.length);
    }

    views.addEventListener('change', countNews);
    state.on('participants', () => {
        if (!state.loaded) {
            return;
        }
        const rows = new Map(state.participants.map((participant) => [participant.number, rowOf(shown, participant)]));
        arrange(byId('participants'), [...rows.values()].map((row) => row.node));
        if (shown === null) {
            rows.forEach((row, number) => looked.set(number, row.looks));
        }
        shown = rows;
        byId('participants-empty').hidden = rows.size > 0;
        byId('participants-count').textContent = countOf(rows.size);
        countNews();
    });
}

function countOf(size) {
    if (size === 0) {
        return '';
    }
    return size < MOST_TOLD ? String(size) : `${size}+`;
}

function rowOf(shown, participant) {
    const looks = JSON.stringify(participant);
    const known = shown?.get(participant.number);
    if (known?.looks === looks) {
        return known;
    }
    const node = row(participant);
    node.classList.toggle('fresh', shown !== null);
    return { looks, node };
}

function row({ number, name, email, cpf, phone, city, profile, status, at }) {
    return el(
        'li',
        { class: `row row-${status}`, 'data-testid': 'participant', 'data-status': status, 'data-number': number },
        el('span', { class: 'row-number', title: 'Número da inscrição' }, String(number)),
        el(
            'div',
            { class: 'row-main' },
            el('div', { class: 'row-top' }, el('strong', { class: 'row-title' }, name), el('time', { datetime: at }, shortMoment(at))),
            el(
                'div',
                { class: 'row-second' },
                el('span', { class: 'row-fact' }, [profile, city].filter(Boolean).join(' · ')),
                el('span', { class: 'pill' }, STATUS[status] ?? status),
            ),
            el('p', { class: 'row-fact' }, email),
            el('p', { class: 'row-fact' }, [`CPF ${cpf}`, readableNumber(phone)].join(' · ')),
        ),
    );
}
