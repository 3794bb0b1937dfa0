import { byId, el } from './dom.js';
import { richText } from './richtext.js';

export function imageContent({ content }) {
    const name = content.caption ? `Foto: ${content.caption}` : 'Foto';
    const picture = el('img', { src: content.media, alt: name, loading: 'lazy' });
    const button = el('button', { type: 'button', class: 'photo', 'aria-label': `${name}. Ampliar` }, picture);
    button.addEventListener('click', () => enlarge(content.media, name));
    picture.addEventListener('error', () => button.classList.add('photo-broken'));
    const caption = content.caption ? el('div', { class: 'text' }, ...richText(content.caption)) : null;
    return el('div', { class: caption ? 'bubble bubble-media' : 'bubble bubble-media bubble-bare' }, button, caption);
}

function enlarge(source, name) {
    const image = byId('viewer-image');
    image.src = source;
    image.alt = name;
    byId('viewer').showModal();
}
