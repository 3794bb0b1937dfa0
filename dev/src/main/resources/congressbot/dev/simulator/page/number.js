import { byId } from './dom.js';
import { pairNumber, unpairNumber } from './server.js';
import { toastOf } from './toast.js';

const BRIDGES = { gowa: 'GOWA', wuzapi: 'wuzapi' };

/** How the congress's number stands at the bridge, and what somebody could do on the phone that has it. */
export function showNumber(state) {
    const button = byId('number-act');
    state.on('bridge', () => {
        const paired = state.bridge.paired;
        const name = BRIDGES[state.played.channel] ?? state.played.channel;
        byId('number-state').textContent = `Ponte ${name}: ${paired ? 'número pareado' : 'número não pareado'}`;
        button.textContent = paired ? 'Desparear' : 'Parear de novo';
    });
    button.addEventListener('click', () => (state.bridge.paired ? unpairNumber() : pairNumber()).catch(toastOf));
}
