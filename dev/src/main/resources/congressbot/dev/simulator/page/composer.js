import { byId } from './dom.js';
import { editText, sendText } from './server.js';
import { toastOf } from './toast.js';

const TALLEST_PIXELS = 132;

/** Where the person writes. Every phone keeps its own draft. */
export class Composer {
    #state;
    #field = byId('composer');
    #drafts = new Map();
    #shownFor = null;
    #editing = null;

    constructor(state) {
        this.#state = state;
        this.#field.addEventListener('input', () => this.#fit());
        this.#field.addEventListener('keydown', (event) => this.#key(event));
        byId('composer-form').addEventListener('submit', (event) => {
            event.preventDefault();
            this.#sendDraft();
        });
        byId('editing-cancel').addEventListener('click', () => this.#stopEditing());
        // A tap on the button must not close the keyboard of a phone.
        byId('send').addEventListener('pointerdown', (event) => event.preventDefault());
        state.on('chat', () => this.#followPhone());
    }

    /** Sends a text as the active phone's person; tells whether the server took it. */
    async send(text) {
        try {
            await sendText(this.#state.active, text);
            return true;
        } catch (error) {
            toastOf(error);
            return false;
        }
    }

    /** Takes a message of the active phone's person to be changed; what was being written waits. */
    edit(message) {
        const before = this.#editing ? this.#editing.before : this.#field.value;
        this.#editing = { number: this.#state.active, id: message.id, before };
        byId('editing').hidden = false;
        this.#write(message.content.text);
        this.focus();
    }

    /** Puts a magic word in front of what is written, in the place of one that stands there. */
    putWord(word) {
        this.#field.value = `${word} ${this.#field.value.replace(/^![\p{L}\p{N}-]+\s*/u, '')}`;
        this.#fit();
        this.focus();
        this.onWord?.();
    }

    focus() {
        this.#field.focus();
        this.#field.setSelectionRange(this.#field.value.length, this.#field.value.length);
    }

    async #sendDraft() {
        const text = this.#field.value.trim();
        const number = this.#state.active;
        if (text === '' || number === null) {
            return;
        }
        if (this.#editing) {
            await this.#sendEdited(text);
            return;
        }
        this.#write('');
        if (!(await this.send(text))) {
            this.#giveBack(number, text);
        }
    }

    async #sendEdited(text) {
        const { number, id } = this.#editing;
        try {
            await editText(number, id, text);
            this.#stopEditing();
        } catch (error) {
            toastOf(error);
        }
    }

    #stopEditing() {
        if (this.#editing) {
            const { before } = this.#editing;
            this.#editing = null;
            byId('editing').hidden = true;
            this.#write(before);
        }
    }

    /** A text that the server did not take returns to where it was written, in front of what was written since. */
    #giveBack(number, text) {
        const here = this.#shownFor === number;
        const since = here ? this.#field.value : (this.#drafts.get(number) ?? '');
        const whole = since.trim() === '' ? text : `${text}\n${since}`;
        if (here) {
            this.#write(whole);
        } else {
            this.#drafts.set(number, whole);
        }
    }

    #followPhone() {
        const number = this.#state.active;
        this.#field.disabled = number === null;
        if (number !== this.#shownFor) {
            this.#stopEditing();
            this.#drafts.set(this.#shownFor, this.#field.value);
            this.#shownFor = number;
            this.#write(this.#drafts.get(number) ?? '');
        }
    }

    #key(event) {
        if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
            event.preventDefault();
            this.#sendDraft();
        } else if (event.key === 'Escape') {
            this.#stopEditing();
        }
    }

    #write(text) {
        this.#field.value = text;
        this.#fit();
    }

    #fit() {
        const empty = this.#field.value.trim() === '';
        byId('send').hidden = empty;
        byId('mic').hidden = !empty;
        this.#field.style.height = 'auto';
        this.#field.style.height = `${Math.min(this.#field.scrollHeight, TALLEST_PIXELS)}px`;
    }
}
