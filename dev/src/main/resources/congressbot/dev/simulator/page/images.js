import { byId, makeClosable } from './dom.js';
import { ownFile, sendImage } from './server.js';
import { toast, toastOf } from './toast.js';

const MAX_BYTES = 5 * 1_024 * 1_024;
const TAKEN = ['image/jpeg', 'image/png'];
const LONGEST_EDGE_PIXELS = 1_600;
const JPEG_QUALITY = 0.85;

/** Pictures: the person's own, looked at first and with a caption, or the sample. */
export class Images {
    #state;
    #dialog = byId('image-dialog');
    #file = byId('image-file');
    #chosen = null;

    constructor(state) {
        this.#state = state;
        makeClosable(this.#dialog);
        this.#file.addEventListener('change', () => this.#look());
        this.#dialog.addEventListener('close', () => this.#forget());
        byId('image-form').addEventListener('submit', (event) => {
            event.preventDefault();
            this.#sendChosen();
        });
    }

    pick() {
        this.#file.value = '';
        this.#file.click();
    }

    async sendSample() {
        const number = this.#state.active;
        try {
            await sendImage(number, await ownFile('sample.jpg', 'image/jpeg'));
        } catch (error) {
            toastOf(error);
        }
    }

    async #look() {
        const file = this.#file.files[0];
        if (!file) {
            return;
        }
        try {
            this.#chosen = await sendable(file);
        } catch {
            toast('Este arquivo não é uma foto que o navegador saiba abrir.');
            return;
        }
        byId('image-preview').src = URL.createObjectURL(this.#chosen);
        byId('image-caption').value = '';
        this.#dialog.showModal();
        byId('image-caption').focus();
    }

    #sendChosen() {
        const caption = byId('image-caption').value.trim();
        sendImage(this.#state.active, this.#chosen, caption).catch(toastOf);
        this.#dialog.close();
    }

    #forget() {
        URL.revokeObjectURL(byId('image-preview').src);
        byId('image-preview').removeAttribute('src');
        this.#chosen = null;
    }
}

/** A picture of another kind, or too big, is drawn anew as a smaller JPEG, as a phone would do. */
async function sendable(file) {
    const bitmap = await createImageBitmap(file);
    if (TAKEN.includes(file.type) && file.size <= MAX_BYTES) {
        return file;
    }
    const scale = Math.min(1, LONGEST_EDGE_PIXELS / Math.max(bitmap.width, bitmap.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(bitmap.width * scale);
    canvas.height = Math.round(bitmap.height * scale);
    canvas.getContext('2d').drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', JPEG_QUALITY));
}
