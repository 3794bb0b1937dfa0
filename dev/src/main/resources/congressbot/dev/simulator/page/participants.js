import { arrange, byId, el } from './dom.js';
import { shortMoment } from './time.js';

const STATUS = { confirmed: 'Confirmada', cancelled: 'Cancelada' };

/** Who registered, newest first. A row that is new or changed lights up for a moment. */
export function showParticipants(state) {
    let shown = null;
    state.on('participants', () => {
        if (!state.loaded) {
            return;
        }
        const rows = new Map(state.participants.map((participant) => [participant.number, rowOf(shown, participant)]));
        arrange(byId('participants'), [...rows.values()].map((row) => row.node));
        shown = rows;
        byId('participants-empty').hidden = rows.size > 0;
        byId('participants-count').textContent = rows.size > 0 ? String(rows.size) : '';
    });
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
            el('p', { class: 'row-fact' }, [`CPF ${cpf}`, phone].join(' · ')),
        ),
    );
}
