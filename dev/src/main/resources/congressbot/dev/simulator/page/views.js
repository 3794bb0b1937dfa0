import { byId, el } from './dom.js';
import { unread } from './state.js';

/**
 * What is in sight: on a narrow screen one view is shown at a time; on a wide one all of them stand side by side. It
 * tells `change` when that may have changed.
 */
export class Views extends EventTarget {
    #app = byId('app');
    #narrow = matchMedia('(max-width: 759px), (max-height: 479px)');
    #buttons = [...document.querySelectorAll('.switch button')];
    #news = new Map();

    constructor() {
        super();
        for (const button of this.#buttons) {
            button.addEventListener('click', () => this.go(button.dataset.view));
        }
        const tell = () => this.dispatchEvent(new Event('change'));
        this.#narrow.addEventListener('change', tell);
        document.addEventListener('visibilitychange', tell);
        this.#show();
    }

    /** Whether the person can see this view now. */
    visible(view) {
        return !document.hidden && (!this.#narrow.matches || this.#app.dataset.view === view);
    }

    go(view) {
        this.#app.dataset.view = view;
        this.#show();
        this.dispatchEvent(new Event('change'));
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
        const inSight = views.visible('chat') ? state.active : null;
        const count = [...state.phones.values()]
            .filter((phone) => phone.number !== inSight)
            .reduce((sum, phone) => sum + unread(phone), 0);
        views.setNews('chat', count);
        document.title = `${count > 0 ? `(${count}) ` : ''}${state.account.name} · demonstração`;
    };
    state.on('phones account', refresh);
    views.addEventListener('change', refresh);
}
