import { byId, el } from './dom.js';
import { icon } from './icons.js';
import { richText } from './richtext.js';
import { mailPath, readMail } from './server.js';
import { clock, dayName } from './time.js';
import { toastOf } from './toast.js';

const KILOBYTE = 1_024;
let asked = null;

/** Opens one mail over the panel; `onClose` gives the focus back. */
export async function showLetter(mail, onClose) {
    asked = mail.id;
    try {
        const letter = await readMail(mail.id);
        // The person may have tapped on another mail meanwhile.
        if (asked === mail.id) {
            render(letter, onClose);
        }
    } catch (error) {
        toastOf(error);
    }
}

function render(letter, onClose) {
    const section = byId('letter');
    const close = () => {
        asked = null;
        section.hidden = true;
        section.replaceChildren();
        onClose();
    };
    section.replaceChildren(head(letter, close), ...parts(letter), ...attachments(letter));
    section.onkeydown = (event) => event.key === 'Escape' && close();
    section.dataset.id = letter.id;
    section.hidden = false;
    section.focus();
}

function head(letter, close) {
    return el(
        'header',
        { class: 'letter-head' },
        el('button', { type: 'button', class: 'icon-button', 'data-testid': 'mail-close', 'aria-label': 'Voltar à caixa de e-mail', title: 'Voltar', onclick: close }, icon('back')),
        el(
            'div',
            { class: 'letter-title' },
            el('h2', {}, letter.subject),
            el('p', {}, el('span', {}, 'De'), el('span', {}, letter.from)),
            el('p', {}, el('span', {}, 'Para'), el('span', {}, letter.to)),
        ),
        el('time', { datetime: letter.at }, `${dayName(letter.at)}, ${clock(letter.at)}`),
    );
}

function parts(letter) {
    const both = [
        ...(letter.html ? [['Mensagem', htmlPart(letter)]] : []),
        ...(letter.text ? [['Só texto', textPart(letter)]] : []),
    ];
    if (both.length === 0) {
        return [el('p', { class: 'empty' }, 'Este e-mail não tem texto.')];
    }
    if (both.length === 1) {
        return [both[0][1]];
    }
    return [partTabs(both), ...both.map(([, node]) => node)];
}

function partTabs(both) {
    const buttons = both.map(([title], index) =>
        el('button', { type: 'button', role: 'tab', class: 'part-tab', 'data-testid': index === 0 ? 'mail-html' : 'mail-text', onclick: () => choose(index) }, title),
    );
    function choose(chosen) {
        both.forEach(([, node], index) => {
            node.hidden = index !== chosen;
            buttons[index].setAttribute('aria-selected', String(index === chosen));
        });
    }
    choose(0);
    return el('div', { class: 'part-tabs', role: 'tablist', 'aria-label': 'Partes do e-mail' }, ...buttons);
}

function htmlPart(letter) {
    return el('iframe', { class: 'letter-page', sandbox: '', src: `${mailPath(letter.id)}/html`, title: `E-mail: ${letter.subject}` });
}

function textPart(letter) {
    return el('pre', { class: 'letter-text', tabindex: 0 }, ...richText(letter.text));
}

function attachments(letter) {
    if (letter.attachments.length === 0) {
        return [];
    }
    return [el('footer', { class: 'attachments' }, ...letter.attachments.map((attachment) => attachmentLink(letter, attachment)))];
}

function attachmentLink(letter, { index, name, type, size }) {
    return el(
        'a',
        { class: 'attachment', href: `${mailPath(letter.id)}/attachments/${index}`, download: name, title: type, 'data-testid': 'attachment' },
        icon('file'),
        el('span', {}, name),
        el('small', {}, size < KILOBYTE ? `${size} B` : `${Math.round(size / KILOBYTE)} KB`),
    );
}
