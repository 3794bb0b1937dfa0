import { AttachSheet } from './attach.js';
import { Chat } from './chat.js';
import { Composer } from './composer.js';
import { byId, makeClosable } from './dom.js';
import { followEvents } from './events.js';
import { documents } from './documents.js';
import { contactForm, pollForm, staffForm } from './forms.js';
import { drawIcons } from './icons.js';
import { Images } from './images.js';
import { showLinks } from './links.js';
import { showMailbox } from './mailbox.js';
import { showNumber } from './number.js';
import { showParticipants } from './participants.js';
import { deleteMessage, react } from './server.js';
import { reportSeen } from './seen.js';
import { State } from './state.js';
import { showTabs } from './tabs.js';
import { toastOf } from './toast.js';
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
    const forms = {
        document: documents(state), contact: contactForm(state), poll: pollForm(state), staff: staffForm(state),
    };
    const sheet = new AttachSheet(state, new Images(state), voice, forms);
    voice.onNoMicrophone = () => sheet.open('sample-voice');
    new Chat(state, { send: (text) => composer.send(text), can: acts(state, composer) }, showTabs(state));
    showParticipants(state, views);
    showMailbox(state, views);
    showWords(state, composer);
    showLinks(state);
    showNumber(state);
    showConnection(state);
    showNews(state, views);
    reportSeen(state, views);
    composer.onWord = () => {
        views.go('chat');
        composer.focus();
    };
    followEvents(state);
}

/** What the person of the active phone can do with a message that is there. */
function acts(state, composer) {
    return {
        edit: (message) => composer.edit(message),
        remove: (message) => deleteMessage(state.active, message.id).catch(toastOf),
        react: (message, emoji) => react(state.active, message.id, emoji).catch(toastOf),
    };
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
