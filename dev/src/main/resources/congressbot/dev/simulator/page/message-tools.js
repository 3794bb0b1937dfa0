import { el } from './dom.js';
import { icon } from './icons.js';

const EMOJI = ['👍', '❤️', '😂', '😮', '🙏'];
let open = null;

/**
 * What the person can do with a message that is there: change or delete her own, answer one of ours with an emoji. `can`
 * holds the acts: `edit(message)`, `remove(message)`, `react(message, emoji)`. One row of them is open at a time.
 */
export class MessageTools {
    #message;
    #can;
    #row = el('div', { class: 'tools', hidden: true, 'data-testid': 'tools' });

    constructor(message, can) {
        this.#message = message;
        this.#can = can;
        this.button = el(
            'button',
            {
                type: 'button', class: 'tools-button', 'data-testid': 'message-tools', 'aria-label': 'Ações da mensagem',
                'aria-expanded': 'false', title: 'Ações da mensagem', onclick: () => this.#toggle(),
            },
            icon('more'),
        );
        this.row = this.#row;
        this.update(message);
    }

    update(message) {
        this.#message = message;
        const isMagic = message.content.type === 'text' && message.magicWord === message.content.text;
        this.button.hidden = message.content.type === 'gone' || isMagic;
        const acts = message.from === 'person' ? this.#own() : this.#reactions();
        this.#row.replaceChildren(...acts);
    }

    #own() {
        const edit = this.#message.content.type === 'text' ? [this.#act('Editar', 'edit', () => this.#can.edit(this.#message))] : [];
        return [...edit, this.#act('Apagar', 'delete', () => this.#can.remove(this.#message))];
    }

    #reactions() {
        return EMOJI.map((emoji) => {
            const given = this.#message.reaction === emoji;
            const act = this.#act(emoji, 'react', () => this.#can.react(this.#message, given ? '' : emoji));
            act.setAttribute('aria-pressed', String(given));
            act.setAttribute('aria-label', given ? `Retirar a reação ${emoji}` : `Reagir com ${emoji}`);
            return act;
        });
    }

    #act(label, name, work) {
        const act = () => {
            this.#show(false);
            work();
        };
        return el('button', { type: 'button', class: 'tool', 'data-testid': `tool-${name}`, onclick: act }, label);
    }

    #toggle() {
        this.#show(this.#row.hidden);
    }

    #show(on) {
        if (on && open && open !== this) {
            open.#show(false);
        }
        open = on ? this : null;
        this.#row.hidden = !on;
        this.button.setAttribute('aria-expanded', String(on));
    }
}
