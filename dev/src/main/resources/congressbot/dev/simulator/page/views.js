import { byId, el } from './dom.js';
import { unread } from './state.js';

/** On a narrow screen one view is shown at a time; on a wide one all of them stand side by side. */
export class Views {
    #app = byId('app');
    #narrow = matchMedia('(max-width: 759px), (max-height: 479px)');
    #buttons = [...document.querySelectorAll('.switch button')];
    #news = new Map();

    constructor(onChange) {
        this.onChange = onChange;
        for (const button of this.#buttons) {
            button.addEventListener('click', () => this.go(button.dataset.view));
        }
        this.#show();
    }

    get narrow() {
        return this.#narrow.matches;
    }

    chatVisible() {
        return !this.narrow || this.#app.dataset.view === 'chat';
    }

    go(view) {
        this.#app.dataset.view = view;
        this.#show();
        this.onChange?.();
    }

    /** How many things wait to be looked at behind a view's button. */
    setNews(view, count) {
        this.#news.set(view, count);
        this.#show();
    }

    #show() {
        const current = this.#app.dataset.view;
        for (const button of this.#buttons) {
            const view = button.dataset.view;
            button.setAttribute('aria-current', String(view === current));
            button.querySelector('.badge')?.remove();
            const count = this.#news.get(view) ?? 0;
            if (count > 0) {
                button.append(el('span', { class: 'badge' }, count > 99 ? '99+' : String(count)));
            }
        }
    }
}

/** Puts what the person has not read on the buttons and into the window's title. */
export function showNews(state, views) {
    const refresh = () => {
        const inSight = views.chatVisible() && !document.hidden ? state.active : null;
        const count = [...state.phones.values()]
            .filter((phone) => phone.number !== inSight)
            .reduce((sum, phone) => sum + unread(phone), 0);
        views.setNews('chat', count);
        document.title = `${count > 0 ? `(${count}) ` : ''}${state.account.name} · demonstração`;
    };
    state.on('phones account', refresh);
    return refresh;
}
