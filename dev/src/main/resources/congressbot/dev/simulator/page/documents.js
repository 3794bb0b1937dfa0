import { byId } from './dom.js';
import { sendDocument } from './server.js';
import { toast, toastOf } from './toast.js';

const MAX_BYTES = 10 * 1_024 * 1_024;

/** A PDF of the person's own. Returns what lets her pick it. */
export function documents(state) {
    const input = byId('document-file');
    input.addEventListener('change', () => {
        const file = input.files[0];
        if (!file) {
            return;
        }
        if (file.size > MAX_BYTES) {
            toast('O documento pode ter até 10 MB.');
            return;
        }
        sendDocument(state.active, file).catch(toastOf);
    });
    return () => {
        input.value = '';
        input.click();
    };
}
