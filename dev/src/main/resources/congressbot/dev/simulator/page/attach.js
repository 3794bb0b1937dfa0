import { byId, el } from './dom.js';
import { sendLocation } from './server.js';
import { toast, toastOf } from './toast.js';

const FIX_MILLIS = 10_000;
const PLACES = [
    { name: 'Goiânia', latitude: -16.6869, longitude: -49.2648 },
    { name: 'Rio Verde', latitude: -17.7923, longitude: -50.9192 },
    { name: 'Brasília', latitude: -15.7939, longitude: -47.8828 },
    { name: 'Uberlândia', latitude: -18.9141, longitude: -48.2749 },
    { name: 'Cuiabá', latitude: -15.6014, longitude: -56.0979 },
    { name: 'Lisboa', latitude: 38.7223, longitude: -9.1393 },
];

/** The sheet over the composer: what else than text can be sent. */
export class AttachSheet {
    #state;
    #sheet = byId('sheet');
    #button = byId('attach');

    /** `images` picks and sends pictures, `voice` sends the sample of a voice note, `forms` open what is filled in. */
    constructor(state, images, voice, forms) {
        this.#state = state;
        this.#button.addEventListener('click', () => (this.#sheet.hidden ? this.open() : this.close()));
        this.#on('pick-image', () => images.pick());
        this.#on('sample-image', () => images.sendSample());
        this.#on('sample-voice', () => voice.sendSample());
        this.#on('pick-document', forms.document);
        this.#on('write-contact', forms.contact);
        this.#on('write-poll', forms.poll);
        this.#on('write-staff', forms.staff);
        this.#on('here', () => this.#sendHere());
        byId('pick-place').addEventListener('click', () => this.#turn(true));
        byId('places-back').addEventListener('click', () => this.#turn(false));
        byId('places').append(...PLACES.map((place) => this.#placeButton(place)));
        this.#closeFromOutside();
    }

    open(focused = 'pick-image') {
        this.#sheet.hidden = false;
        this.#button.setAttribute('aria-expanded', 'true');
        this.#turn(false);
        byId(focused).focus();
    }

    close() {
        this.#sheet.hidden = true;
        this.#button.setAttribute('aria-expanded', 'false');
    }

    #on(id, act) {
        byId(id).addEventListener('click', () => {
            this.close();
            if (this.#state.active !== null) {
                act();
            }
        });
    }

    #turn(toPlaces) {
        byId('sheet-kinds').hidden = toPlaces;
        byId('sheet-places').hidden = !toPlaces;
        byId(toPlaces ? 'here' : 'pick-image').focus();
    }

    #placeButton(place) {
        const send = () => {
            this.close();
            this.#send(place);
        };
        return el('button', { type: 'button', class: 'place', 'data-testid': 'place', onclick: send }, place.name);
    }

    #sendHere() {
        if (!navigator.geolocation) {
            toast('Este navegador não informa onde está: escolha uma cidade da lista.');
            return;
        }
        navigator.geolocation.getCurrentPosition(
            ({ coords }) => this.#send({ latitude: coords.latitude, longitude: coords.longitude }),
            () => toast('O navegador não informou onde está: escolha uma cidade da lista.'),
            { timeout: FIX_MILLIS },
        );
    }

    #send(place) {
        sendLocation(this.#state.active, place).catch(toastOf);
    }

    #closeFromOutside() {
        document.addEventListener('pointerdown', ({ target }) => {
            if (!this.#sheet.contains(target) && !this.#button.contains(target)) {
                this.close();
            }
        });
        document.addEventListener('keydown', ({ key }) => {
            if (key === 'Escape' && !this.#sheet.hidden) {
                this.close();
                this.#button.focus();
            }
        });
    }
}
