import { AttachSheet } from './attach.js';
import { Chat } from './chat.js';
import { Composer } from './composer.js';
import { byId, makeClosable } from './dom.js';
import { followEvents } from './events.js';
import { drawIcons } from './icons.js';
import { Images } from './images.js';
import { showLinks } from './links.js';
import { showMailbox } from './mailbox.js';
import { showParticipants } from './participants.js';
import { reportSeen } from './seen.js';
import { State } from './state.js';
import { showTabs } from './tabs.js';
import { Views, showNews } from './views.js';
import { Voice } from './voice.js';
import { showWords } from './words.js';

function start() {
    drawIcons(document);
    makeClosable(byId('viewer'));
    const state = new State();
    const views = new Views();
    const composer = new Composer(state);
    const voice = new Voice(state);
    const sheet = new AttachSheet(state, new Images(state), voice);
    voice.onNoMicrophone = () => sheet.open('sample-voice');
    new Chat(state, (text) => composer.send(text), showTabs(state));
    showParticipants(state, views);
    showMailbox(state, views);
    showWords(state, composer);
    showLinks(state);
    showConnection(state);
    showNews(state, views);
    reportSeen(state, views);
    composer.onWord = () => {
        views.go('chat');
        composer.focus();
    };
    followEvents(state);
}

function showConnection(state) {
    const banner = byId('connection-banner');
    state.on('connection', () => {
        const lost = state.connection === 'lost';
        banner.hidden = !lost;
        banner.textContent = lost ? 'Sem conexão com a demonstração. Tentando de novo…' : '';
    });
}

start();
