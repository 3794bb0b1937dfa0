import { svg } from './dom.js';

const STROKED = {
    plus: 'M12 5v14M5 12h14',
    leaf: 'M12 21v-9M12 16c-4.5 0-7-2.5-7-7 4.5 0 7 2.5 7 7ZM12 12c0-4.5 2.5-7 7-7 0 4.5-2.5 7-7 7Z',
    image: 'M4 5h16v14H4ZM4 16l5-5 4 4 2-2 5 5M15.5 9.5h.01',
    sparkle: 'M12 3l1.8 5.2L19 10l-5.2 1.8L12 17l-1.8-5.2L5 10l5.2-1.8ZM19 16v4M17 18h4',
    mic: 'M12 3a3 3 0 0 1 3 3v5a3 3 0 0 1-6 0V6a3 3 0 0 1 3-3ZM5.5 11a6.5 6.5 0 0 0 13 0M12 17.5V21',
    pin: 'M19 10c0 6-7 11-7 11s-7-5-7-11a7 7 0 0 1 14 0ZM12 7.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5Z',
    target: 'M12 5a7 7 0 1 0 0 14 7 7 0 0 0 0-14ZM12 2v3M12 19v3M2 12h3M19 12h3M12 11.5h.01',
    back: 'M19 12H5M11 6l-6 6 6 6',
    clip: 'M20 11.5l-8 8a5.2 5.2 0 0 1-7.4-7.4l8.4-8.3a3.5 3.5 0 0 1 5 5l-8.3 8.2a1.7 1.7 0 0 1-2.5-2.5l7.5-7.4',
    trash: 'M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13M10.5 11v5M13.5 11v5',
    people: 'M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM2.5 20c0-3.5 2.8-5.5 6.5-5.5s6.5 2 6.5 5.5M16 4.8a3.5 3.5 0 0 1 0 6.4M18 15c2.2.7 3.5 2.4 3.5 5',
    mail: 'M3 6h18v13H3ZM3 7l9 7 9-7',
    link: 'M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.7-5.7L12 7M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.7 5.7L12 17',
    chat: 'M12 4c5 0 9 3.4 9 7.6s-4 7.6-9 7.6c-1.1 0-2.2-.2-3.2-.5L4.5 20.5l1-3.6C4 15.5 3 13.7 3 11.6 3 7.4 7 4 12 4Z',
    more: 'M5 6h14M5 12h14M5 18h14',
    close: 'M6 6l12 12M18 6L6 18',
    check: 'M5 12.5l4.5 4.5L19 7.5',
    copy: 'M9 9h11v11H9ZM5 15H4V4h11v1',
    eye: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12ZM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6Z',
    file: 'M6 3h8l4 4v14H6ZM14 3v4h4',
    out: 'M14 4h6v6M20 4l-9 9M18 14v6H4V6h6',
    shield: 'M12 3l7.5 3v5c0 5-3.2 8.3-7.5 10-4.3-1.7-7.5-5-7.5-10V6ZM9 12l2.2 2.2L15.5 10',
    chart: 'M4 4v16h16M8 16v-4M12.5 16V8M17 16v-6',
    down: 'M12 5v14M6 13l6 6 6-6',
    battery: 'M3 8h15v8H3ZM21 11v2M5.5 10.5h8v3h-8Z',
};

const FILLED = {
    send: 'M3.4 20.6 21.5 12 3.4 3.4 3.4 10.1 15 12 3.4 13.9Z',
    play: 'M7 4.5v15l12.5-7.5Z',
    pause: 'M6.5 5h4v14h-4ZM13.5 5h4v14h-4Z',
    signal: 'M3 17h3v3H3ZM8 13h3v7H8ZM13 9h3v11h-3ZM18 5h3v15h-3Z',
};

export function icon(name) {
    const path = STROKED[name];
    return svg(
        'svg',
        { viewBox: '0 0 24 24', class: path ? 'icon' : 'icon icon-filled', 'aria-hidden': 'true' },
        svg('path', { d: path ?? FILLED[name] }),
    );
}

/** Puts the icons into the places that the page's HTML keeps for them. */
export function drawIcons(root) {
    for (const place of root.querySelectorAll('[data-icon]')) {
        place.append(icon(place.dataset.icon));
    }
}
