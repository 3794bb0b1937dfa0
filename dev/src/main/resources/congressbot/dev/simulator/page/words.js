import { byId, el } from './dom.js';

/** The magic words: each one goes into the composer. */
export function showWords(state, composer) {
    const list = byId('words');
    state.on('words', () => {
        list.replaceChildren(...state.magicWords.map((word) => wordButton(word, composer)));
    });
}

function wordButton({ word, means }, composer) {
    return el(
        'button',
        { type: 'button', class: 'word', 'data-testid': 'magic-word', 'data-word': word, onclick: () => composer.putWord(word) },
        el('code', {}, word),
        el('span', {}, means),
    );
}
