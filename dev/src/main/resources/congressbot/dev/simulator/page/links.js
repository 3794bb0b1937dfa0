import { byId, el } from './dom.js';
import { icon } from './icons.js';

/** Where else the demo can be looked at: the organisers' panel, the privacy page. */
export function showLinks(state) {
    const body = byId('links');
    state.on('links', () => {
        const { panel, privacy, pairing, pairingPassword } = state.links;
        body.replaceChildren(
            ...(panel ? [doorway('chart', 'Painel da organização', panel)] : []),
            ...(privacy ? [doorway('shield', 'Aviso de privacidade', privacy)] : []),
            ...(pairing ? [doorway('link', 'Pareamento do número', pairing, `a senha é ${pairingPassword}`)] : []),
        );
    });
}

function doorway(picture, title, address, note = shortened(address)) {
    return el(
        'a',
        { class: 'doorway', href: webAddress(address), target: '_blank', rel: 'noopener noreferrer' },
        el('span', { class: 'doorway-icon' }, icon(picture)),
        el('span', { class: 'doorway-text' }, el('strong', {}, title), el('small', {}, note)),
        icon('out'),
    );
}

function webAddress(address) {
    return /^https?:\/\//.test(address) ? address : '#';
}

/** Without what is long and secret at its end. */
function shortened(address) {
    return address.replace(/^https?:\/\//, '').replace(/\/convite\/.*/, '');
}
