import { byId, el } from './dom.js';
import { Refusal } from './server.js';

const SHOWN_MILLIS = 7_000;
const MOST_TOASTS = 3;

export function toast(sentence) {
    const toasts = byId('toasts');
    const node = el('button', { type: 'button', class: 'toast', 'data-testid': 'toast', title: 'Fechar' }, sentence);
    node.addEventListener('click', () => node.remove());
    setTimeout(() => node.remove(), SHOWN_MILLIS);
    toasts.append(node);
    while (toasts.childElementCount > MOST_TOASTS) {
        toasts.firstElementChild.remove();
    }
}

/** Shows what the server refused; anything else is a fault of ours and goes to the console too. */
export function toastOf(error) {
    if (error instanceof Refusal) {
        toast(error.message);
    } else {
        console.error(error);
        toast('Algo deu errado nesta página. Tente de novo.');
    }
}
