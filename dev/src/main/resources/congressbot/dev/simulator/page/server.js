const PATIENCE_MILLIS = 15_000;
const NO_ANSWER = 'A demonstração não respondeu. Tente de novo.';

/** The server did not take it; the message is a sentence for the person. */
export class Refusal extends Error {}

export async function createPhone(name) {
    return (await postJson('/api/phones', name ? { name } : {})).json();
}

export function sendText(number, text) {
    return inOrder(number, () => postJson(`${phonePath(number)}/text`, { text }));
}

export function sendLocation(number, place) {
    return inOrder(number, () => postJson(`${phonePath(number)}/location`, place));
}

export function sendVoice(number, ogg, seconds) {
    const length = Math.max(1, Math.round(seconds));
    return inOrder(number, () => post(`${phonePath(number)}/voice?seconds=${length}`, ogg, 'audio/ogg'));
}

export function sendImage(number, image, caption) {
    const query = caption ? `?${new URLSearchParams({ caption })}` : '';
    return inOrder(number, () => post(`${phonePath(number)}/image${query}`, image, image.type));
}

export function sendDocument(number, file) {
    const query = new URLSearchParams({ name: file.name });
    return inOrder(number, () => post(`${phonePath(number)}/document?${query}`, file, 'application/pdf'));
}

export function sendContact(number, contact) {
    return inOrder(number, () => postJson(`${phonePath(number)}/contact`, contact));
}

export function sendPoll(number, poll) {
    return inOrder(number, () => postJson(`${phonePath(number)}/poll`, poll));
}

/** As somebody of the organisers, on the phone that has the congress's number. */
export function sendStaff(number, text) {
    return inOrder(number, () => postJson(`${phonePath(number)}/staff`, { text }));
}

export function editText(number, id, text) {
    return inOrder(number, () => putJson(messagePath(number, id), { text }));
}

export function deleteMessage(number, id) {
    return inOrder(number, () => call(messagePath(number, id), { method: 'DELETE' }));
}

export function react(number, id, emoji) {
    return inOrder(number, () => putJson(`${messagePath(number, id)}/reaction`, { emoji }));
}

export function pairNumber() {
    return call('/api/link', { method: 'POST' });
}

export function unpairNumber() {
    return call('/api/link', { method: 'DELETE' });
}

export function markSeen(number) {
    return call(`${phonePath(number)}/seen`, { method: 'POST' });
}

export async function readMail(id) {
    return (await call(mailPath(id))).json();
}

export function mailPath(id) {
    return `/api/mails/${encodeURIComponent(id)}`;
}

/** One of the page's own files, as sent to the bot. */
export async function ownFile(name, type) {
    const bytes = await (await call(`/assets/${name}`)).arrayBuffer();
    return new Blob([bytes], { type });
}

const lastOf = new Map();

/** Two quick messages of a phone must arrive in the order in which they were sent. */
function inOrder(number, work) {
    const turn = (lastOf.get(number) ?? Promise.resolve()).then(work);
    lastOf.set(number, turn.catch(() => {}));
    return turn;
}

function phonePath(number) {
    return `/api/phones/${encodeURIComponent(number)}`;
}

function messagePath(number, id) {
    return `${phonePath(number)}/messages/${encodeURIComponent(id)}`;
}

function putJson(path, body) {
    return call(path, { method: 'PUT', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
}

function postJson(path, body) {
    return post(path, JSON.stringify(body), 'application/json');
}

function post(path, body, type) {
    return call(path, { method: 'POST', headers: { 'Content-Type': type }, body });
}

async function call(path, options = {}) {
    const response = await fetch(path, { ...options, signal: AbortSignal.timeout(PATIENCE_MILLIS) }).catch(() => {
        throw new Refusal(NO_ANSWER);
    });
    if (!response.ok) {
        throw new Refusal(await sentenceOf(response));
    }
    return response;
}

async function sentenceOf(response) {
    const problem = await response.json().catch(() => ({}));
    return typeof problem.title === 'string' ? problem.title : NO_ANSWER;
}
