import { icon } from './icons.js';

const NEAR_PIXELS = 90;

/**
 * Keeps the newest message in sight, unless the person scrolled up: then a pill tells how many came meanwhile.
 */
export class Scroll {
    #scroller;
    #pill;
    #missed = 0;
    #stuck = true;
    #top = 0;

    constructor(scroller, content, pill) {
        this.#scroller = scroller;
        this.#pill = pill;
        scroller.addEventListener('scroll', () => this.#look(), { passive: true });
        pill.addEventListener('click', () => this.toEnd(true));
        const keep = new ResizeObserver(() => this.#stuck && this.#jump());
        keep.observe(scroller);
        keep.observe(content);
    }

    toEnd(smoothly = false) {
        this.#stuck = true;
        this.#missed = 0;
        this.#showPill();
        this.#jump(smoothly);
    }

    newMessages(count) {
        if (!this.#stuck) {
            this.#missed += count;
            this.#showPill();
        }
    }

    #jump(smoothly = false) {
        const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
        this.#scroller.scrollTo({ top: this.#scroller.scrollHeight, behavior: smoothly && !calm ? 'smooth' : 'instant' });
    }

    #look() {
        const { scrollHeight, scrollTop, clientHeight } = this.#scroller;
        const near = scrollHeight - scrollTop - clientHeight < NEAR_PIXELS;
        // On the way down to the end, or while the chat grows, nobody has scrolled away.
        this.#stuck = near || (this.#stuck && scrollTop >= this.#top);
        this.#top = scrollTop;
        if (this.#stuck) {
            this.#missed = 0;
        }
        this.#showPill();
    }

    #showPill() {
        this.#pill.hidden = this.#stuck;
        if (this.#missed === 0) {
            this.#pill.setAttribute('aria-label', 'Ir para o fim');
            this.#pill.replaceChildren(icon('down'));
        } else {
            const text = this.#missed === 1 ? 'nova mensagem' : `${this.#missed} novas mensagens`;
            this.#pill.removeAttribute('aria-label');
            this.#pill.replaceChildren(text, icon('down'));
        }
    }
}
