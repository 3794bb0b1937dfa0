import { el } from './dom.js';
import { icon } from './icons.js';
import { randomOf } from './seed.js';
import { duration } from './time.js';
import { toast } from './toast.js';

const BARS = 34;
let playing = null;

/** A voice note: play, where it is, how long it takes. One plays at a time. */
export function voiceContent({ id, content }) {
    const note = new VoiceNote(id, content);
    return el('div', { class: 'bubble bubble-voice', 'data-testid': 'voice' }, note.node);
}

class VoiceNote {
    #audio = null;
    #seconds;
    #source;
    #button = el('button', { type: 'button', class: 'voice-play', onclick: () => this.#toggle() });
    #time = el('span', { class: 'voice-time' });
    #slider;
    #bars;

    constructor(id, content) {
        this.#source = content.media;
        this.#seconds = content.seconds;
        this.#bars = waveform(id);
        this.#slider = el('input', {
            type: 'range', class: 'voice-slider', min: 0, max: 1, step: 0.01, value: 0, 'aria-label': 'Posição do áudio',
            oninput: () => this.#seek(),
        });
        this.node = el(
            'div',
            { class: 'voice' },
            this.#button,
            el('div', { class: 'voice-line' }, el('div', { class: 'voice-bars', 'aria-hidden': 'true' }, ...this.#bars), this.#slider),
            this.#time,
        );
        this.#show();
    }

    #toggle() {
        if (this.#isPlaying()) {
            this.#audio.pause();
        } else {
            this.#play();
        }
    }

    #play() {
        playing?.pause();
        playing = this.#loaded();
        playing.play().catch((error) => {
            if (error.name !== 'AbortError') {
                toast('Este navegador não conseguiu tocar o áudio.');
            }
        });
    }

    #seek() {
        const audio = this.#loaded();
        audio.currentTime = Number(this.#slider.value) * this.#length();
        this.#show();
    }

    /** The file is fetched when somebody wants to hear it: a chat may hold many. */
    #loaded() {
        if (!this.#audio) {
            this.#audio = new Audio(this.#source);
            this.#audio.addEventListener('play', () => this.#follow());
            this.#audio.addEventListener('pause', () => this.#show());
            this.#audio.addEventListener('ended', () => {
                this.#audio.currentTime = 0;
                this.#show();
            });
        }
        return this.#audio;
    }

    #follow() {
        this.#show();
        if (this.#isPlaying()) {
            requestAnimationFrame(() => this.#follow());
        }
    }

    #show() {
        const now = this.#audio?.currentTime ?? 0;
        const share = Math.min(1, now / this.#length());
        const label = this.#isPlaying() ? 'Pausar áudio' : 'Ouvir áudio';
        if (this.#button.getAttribute('aria-label') !== label) {
            this.#button.setAttribute('aria-label', label);
            this.#button.replaceChildren(icon(this.#isPlaying() ? 'pause' : 'play'));
        }
        this.#slider.value = share;
        this.#slider.setAttribute('aria-valuetext', `${duration(now)} de ${duration(this.#length())}`);
        this.#time.textContent = duration(now > 0 ? now : this.#length());
        this.#bars.forEach((bar, index) => bar.classList.toggle('voice-bar-played', share > 0 && index / BARS < share));
    }

    #isPlaying() {
        return this.#audio !== null && !this.#audio.paused && !this.#audio.ended;
    }

    #length() {
        const known = this.#audio?.duration;
        return Number.isFinite(known) && known > 0 ? known : Math.max(1, this.#seconds);
    }
}

function waveform(id) {
    const random = randomOf(id);
    return Array.from({ length: BARS }, (_, index) => {
        const swell = 0.35 + 0.65 * Math.abs(Math.sin(index * 0.55 + random()));
        const bar = el('span', { class: 'voice-bar' });
        bar.style.height = `${Math.round(20 + 80 * swell * (0.35 + 0.65 * random()))}%`;
        return bar;
    });
}
