import { arrange, byId, el } from './dom.js';
import { showLetter } from './letter.js';
import { hashOf } from './seed.js';
import { shortMoment } from './time.js';

const TONES = 8;

/** Every mail that the system sent in the demo, newest first. */
export function showMailbox(state, views) {
    const opened = new Set();
    let shown = null;

    function open(mail) {
        opened.add(mail.id);
        refresh();
        showLetter(mail, () => byId('mails').querySelector(`[data-id="${CSS.escape(mail.id)}"]`)?.focus());
    }

    function rowOf(mail) {
        const looks = JSON.stringify([mail, opened.has(mail.id)]);
        const known = shown?.get(mail.id);
        if (known?.looks === looks) {
            return known;
        }
        const node = row(mail, opened.has(mail.id), () => open(mail));
        node.classList.toggle('fresh', shown !== null && !known);
        return { looks, node };
    }

    function refresh() {
        if (!state.loaded) {
            return;
        }
        const held = document.activeElement?.dataset?.testid === 'mail' ? document.activeElement.dataset.id : null;
        const rows = new Map(state.mails.map((mail) => [mail.id, rowOf(mail)]));
        arrange(byId('mails'), [...rows.values()].map((each) => each.node));
        if (held) {
            byId('mails').querySelector(`[data-id="${CSS.escape(held)}"]`)?.focus();
        }
        shown = rows;
        const unopened = state.mails.filter((mail) => !opened.has(mail.id)).length;
        byId('mails-empty').hidden = rows.size > 0;
        byId('mails-count').textContent = rows.size > 0 ? String(rows.size) : '';
        views.setNews('mails', unopened);
    }

    state.on('mails', refresh);
}

function row(mail, opened, open) {
    return el(
        'li',
        {},
        el(
            'button',
            { type: 'button', class: opened ? 'row row-button' : 'row row-button row-unread', 'data-testid': 'mail', 'data-id': mail.id, onclick: open },
            el('span', { class: `avatar tone-${hashOf(mail.to) % TONES}`, 'aria-hidden': 'true' }, mail.to.slice(0, 1).toUpperCase()),
            el(
                'span',
                { class: 'row-main' },
                el('span', { class: 'row-top' }, el('span', { class: 'row-title' }, mail.subject), el('time', { datetime: mail.at }, shortMoment(mail.at))),
                el('span', { class: 'row-line' }, `para ${mail.to}`),
            ),
            opened ? null : el('span', { class: 'hidden-text' }, ' (não lido)'),
        ),
    );
}
