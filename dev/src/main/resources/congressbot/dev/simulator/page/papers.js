import { el } from './dom.js';
import { icon } from './icons.js';
import { readableNumber } from './phone-number.js';
import { richText } from './richtext.js';

export function documentContent({ content }) {
    const link = el(
        'a',
        { class: 'paper', href: content.media, download: content.fileName, 'data-testid': 'document' },
        el('span', { class: 'paper-icon' }, icon('file')),
        el('span', { class: 'paper-text' }, el('strong', {}, content.fileName), el('small', {}, 'Documento')),
    );
    const caption = content.caption ? el('div', { class: 'text' }, ...richText(content.caption)) : null;
    return el('div', { class: 'bubble bubble-media bubble-paper' }, link, caption);
}

export function contactContent({ content }) {
    return el(
        'div',
        { class: 'bubble bubble-media bubble-paper' },
        el(
            'div',
            { class: 'paper' },
            el('span', { class: 'paper-icon' }, icon('people')),
            el('span', { class: 'paper-text' }, el('strong', {}, content.name), el('small', {}, readableNumber(content.phone))),
        ),
    );
}

export function pollContent({ content }) {
    return el(
        'div',
        { class: 'bubble bubble-media bubble-paper' },
        el('p', { class: 'poll-question' }, content.question),
        el('ul', { class: 'poll-options' }, ...content.options.map((option) => el('li', {}, option))),
    );
}

export function goneContent() {
    return el('div', { class: 'bubble bubble-gone' }, el('div', { class: 'text' }, icon('trash'), ' Mensagem apagada'));
}
