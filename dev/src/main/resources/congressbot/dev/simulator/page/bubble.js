import { el } from './dom.js';
import { imageContent } from './image-content.js';
import { locationContent } from './location-content.js';
import { MessageTools } from './message-tools.js';
import { splitOptions } from './options.js';
import { contactContent, documentContent, goneContent, pollContent } from './papers.js';
import { richText } from './richtext.js';
import { ticks } from './ticks.js';
import { clock } from './time.js';
import { voiceContent } from './voice-content.js';

const FEW_OPTIONS = 3;
const WRITERS = { person: 'Você: ', bot: 'Robô: ', staff: 'Organização: ' };
const RENDERERS = {
    text: textContent,
    voice: voiceContent,
    image: imageContent,
    document: documentContent,
    location: locationContent,
    contact: contactContent,
    poll: pollContent,
    gone: goneContent,
};

/**
 * One message of the chat. Its node stays the same while its status changes, so that a voice note goes on playing.
 */
export class Bubble {
    #content;
    #meta;
    #failure;
    #options;
    #optionsShown = '';
    #reaction = el('span', { class: 'reaction', 'data-testid': 'reaction', hidden: true });
    #tools;

    /** `pick(label, button)` sends an option; `can` holds what can be done with a message. */
    constructor(message, pick, can) {
        this.pick = pick;
        this.#content = JSON.stringify(message.content);
        this.#meta = el('span', { class: 'meta' });
        this.#failure = el('p', { class: 'failure', hidden: true }, 'Não chegou ao robô');
        this.#options = el('div', { class: 'options' });
        const body = (RENDERERS[message.content.type] ?? unknownContent)(message);
        if (message.magicWord && message.magicWord !== message.content.text) {
            body.prepend(el('span', { class: 'magic', 'data-testid': 'magic' }, message.magicWord));
        }
        if (message.from === 'staff') {
            body.prepend(el('span', { class: 'by-staff' }, 'Do celular da organização'));
        }
        this.#tools = new MessageTools(message, can);
        body.append(this.#meta, this.#tools.button);
        this.node = el(
            'li',
            { class: `message message-${message.from}`, 'data-testid': 'message', 'data-from': message.from, 'data-id': message.id },
            el('span', { class: 'hidden-text' }, WRITERS[message.from]),
            body,
            this.#reaction,
            this.#tools.row,
            this.#failure,
            this.#options,
        );
    }

    /** Whether this bubble can go on showing the message; otherwise a new one is needed. */
    shows(message) {
        return this.#content === JSON.stringify(message.content);
    }

    update(message, { first, live, chosen }) {
        this.node.dataset.status = message.status;
        this.node.classList.toggle('message-first', first);
        this.node.classList.toggle('message-edited', Boolean(message.edited));
        this.#failure.hidden = message.status !== 'failed';
        this.#reaction.hidden = !message.reaction;
        this.#reaction.textContent = message.reaction ?? '';
        this.#tools.update(message);
        this.#meta.replaceChildren(
            ...(message.edited ? [el('span', {}, 'editada')] : []),
            el('time', { datetime: message.at }, clock(message.at)),
            ...(message.from === 'person' ? [ticks(message.status)] : []),
        );
        this.#showOptions(message, live, chosen);
    }

    #showOptions(message, live, chosen) {
        const wanted = JSON.stringify([live, chosen]);
        if (message.from !== 'bot' || message.content.type !== 'text' || wanted === this.#optionsShown) {
            return;
        }
        this.#optionsShown = wanted;
        const { options } = splitOptions(message.content.text);
        this.#options.classList.toggle('options-many', options.length > FEW_OPTIONS);
        this.#options.replaceChildren(...options.map((label) => this.#optionButton(label, live, label === chosen, Boolean(chosen))));
    }

    #optionButton(label, live, chosen, wasPicked) {
        return el(
            'button',
            {
                type: 'button',
                class: chosen ? 'option option-chosen' : 'option',
                'data-testid': live ? 'option' : 'option-past',
                disabled: !live || wasPicked,
                onclick: (event) => this.pick(label, event.currentTarget),
            },
            label,
        );
    }
}

function textContent(message) {
    const text = message.from === 'bot' ? splitOptions(message.content.text).said : message.content.text;
    return el('div', { class: 'bubble' }, el('div', { class: 'text', 'data-testid': 'message-text' }, ...richText(text)));
}

function unknownContent() {
    return el('div', { class: 'bubble' }, el('div', { class: 'text' }, 'Mensagem que esta página não sabe mostrar.'));
}
