import { el, svg } from './dom.js';
import { icon } from './icons.js';
import { randomOf } from './seed.js';

const WIDTH = 260;
const HEIGHT = 130;
const COORDINATE = new Intl.NumberFormat('pt-BR', { minimumFractionDigits: 4, maximumFractionDigits: 4 });

/** A place as a small map of our own drawing: the same place always looks the same, and nothing is fetched. */
export function locationContent({ content }) {
    const coordinates = `${COORDINATE.format(content.latitude)}; ${COORDINATE.format(content.longitude)}`;
    return el(
        'div',
        { class: 'bubble bubble-media' },
        el('div', { class: 'place-map' }, drawMap(`${content.latitude} ${content.longitude}`), el('span', { class: 'place-pin' }, icon('pin'))),
        el('div', { class: 'text place-text' }, el('strong', {}, content.name || 'Localização'), el('small', {}, coordinates)),
    );
}

function drawMap(seed) {
    const random = randomOf(seed);
    return svg(
        'svg',
        { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: 'xMidYMid slice', role: 'img', 'aria-label': 'Mapa ilustrativo' },
        svg('rect', { class: 'map-land', width: WIDTH, height: HEIGHT }),
        ...parks(random),
        river(random),
        svg('g', { transform: `rotate(${Math.round(random() * 40 - 20)} ${WIDTH / 2} ${HEIGHT / 2})` }, ...streets(random)),
    );
}

function parks(random) {
    return [0, 1, 2].map(() => {
        const [x, y] = [random() * WIDTH, random() * HEIGHT];
        return svg('rect', { class: 'map-park', x, y, width: 30 + random() * 40, height: 24 + random() * 30, rx: 8 });
    });
}

function river(random) {
    const height = () => Math.round(random() * HEIGHT);
    const d = `M-10 ${height()} C ${WIDTH / 3} ${height()} ${(2 * WIDTH) / 3} ${height()} ${WIDTH + 10} ${height()}`;
    return svg('path', { class: 'map-river', d });
}

function streets(random) {
    const lines = [];
    for (let x = -60; x < WIDTH + 60; x += 18 + random() * 26) {
        lines.push(street(random, `M${Math.round(x)} -90V${HEIGHT + 90}`));
    }
    for (let y = -90; y < HEIGHT + 90; y += 18 + random() * 22) {
        lines.push(street(random, `M-60 ${Math.round(y)}H${WIDTH + 60}`));
    }
    return lines;
}

function street(random, d) {
    return svg('path', { class: random() < 0.2 ? 'map-street map-avenue' : 'map-street', d });
}
