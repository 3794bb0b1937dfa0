import { byId, el } from './dom.js';
import { icon } from './icons.js';
import { toast } from './toast.js';

const DOTS = '••••••••••';

/** Where else the demo can be looked at: the organisers' panel with its password, the privacy page. */
export function showLinks(state) {
    const body = byId('links');
    state.on('links', () => {
        const { panel, panelPassword, privacy } = state.links;
        body.replaceChildren(
            ...(panel ? [doorway('chart', 'Painel da organização', panel)] : []),
            ...(panelPassword ? [passwordRow(panelPassword)] : []),
            ...(privacy ? [doorway('shield', 'Aviso de privacidade', privacy)] : []),
        );
    });
}

function doorway(picture, title, address) {
    return el(
        'a',
        { class: 'doorway', href: webAddress(address), target: '_blank', rel: 'noopener noreferrer' },
        el('span', { class: 'doorway-icon' }, icon(picture)),
        el('span', { class: 'doorway-text' }, el('strong', {}, title), el('small', {}, address.replace(/^https?:\/\//, ''))),
        icon('out'),
    );
}

function webAddress(address) {
    return /^https?:\/\//.test(address) ? address : '#';
}

function passwordRow(password) {
    const value = el('code', { 'data-testid': 'panel-password' }, DOTS);
    const show = el('button', { type: 'button', class: 'icon-button', 'aria-label': 'Mostrar a senha', 'aria-pressed': 'false', title: 'Mostrar' }, icon('eye'));
    show.addEventListener('click', () => {
        const shown = show.getAttribute('aria-pressed') !== 'true';
        show.setAttribute('aria-pressed', String(shown));
        value.textContent = shown ? password : DOTS;
    });
    const copy = el('button', { type: 'button', class: 'icon-button', 'aria-label': 'Copiar a senha', title: 'Copiar', 'data-testid': 'copy-password' }, icon('copy'));
    copy.addEventListener('click', () => copyPassword(password, copy));
    return el('div', { class: 'password' }, el('span', { class: 'password-label' }, 'Senha'), value, show, copy);
}

async function copyPassword(password, button) {
    try {
        await navigator.clipboard.writeText(password);
        button.replaceChildren(icon('check'));
        setTimeout(() => button.replaceChildren(icon('copy')), 2_000);
    } catch {
        toast('O navegador não deixou copiar: toque no olho para ver a senha.');
    }
}
