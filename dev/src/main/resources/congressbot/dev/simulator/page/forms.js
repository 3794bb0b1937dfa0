import { byId, makeClosable } from './dom.js';
import { sendContact, sendPoll, sendStaff } from './server.js';
import { toastOf } from './toast.js';

/** The dialogs of the sheet. Each returns what opens it. */
export function contactForm(state) {
    return form('contact', () =>
        sendContact(state.active, { name: byId('contact-name').value, phone: byId('contact-phone').value }));
}

export function pollForm(state) {
    return form('poll', () => {
        const options = byId('poll-options').value.split('\n').map((line) => line.trim()).filter((line) => line !== '');
        return sendPoll(state.active, { question: byId('poll-question').value, options });
    });
}

export function staffForm(state) {
    return form('staff', () => sendStaff(state.active, byId('staff-text').value));
}

/** It closes when the server has taken what stands in it. */
function form(name, send) {
    const dialog = byId(`${name}-dialog`);
    const fields = byId(`${name}-form`);
    makeClosable(dialog);
    fields.addEventListener('submit', async (event) => {
        event.preventDefault();
        try {
            await send();
            fields.reset();
            dialog.close();
        } catch (error) {
            toastOf(error);
        }
    });
    return () => dialog.showModal();
}
