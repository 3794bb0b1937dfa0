import { svg } from './dom.js';

const ONE = 'M3 8.5l3.5 3.5 7-8';
const TWO = 'M1.5 8.5l3.5 3.5 7-8M9 12l7-8';
const KINDS = {
    waiting: { label: 'Aguardando', path: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2ZM8 5v3.5l2.2 1.5' },
    sent: { label: 'Enviada', path: ONE },
    delivered: { label: 'Entregue', path: TWO },
    read: { label: 'Lida', path: TWO },
    failed: { label: 'Não chegou ao robô', path: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2ZM8 5v3.5M8 11h.01' },
};

/** How far a message of the person came: a clock, one tick, two, two blue ones, or a red mark. */
export function ticks(status) {
    const kind = KINDS[status] ?? KINDS.waiting;
    return svg(
        'svg',
        { viewBox: '0 0 17 16', class: `ticks ticks-${status}`, role: 'img', 'aria-label': kind.label },
        svg('title', {}, kind.label),
        svg('path', { d: kind.path }),
    );
}
