import { byId } from './dom.js';
import { startRecorder } from './recorder.js';
import { ownFile, sendVoice } from './server.js';
import { duration } from './time.js';
import { toast, toastOf } from './toast.js';

const SAMPLE_SECONDS = 3;
const SHORTEST_SECONDS = 0.7;
const LONGEST_SECONDS = 120;
const LEVEL_MILLIS = 60;
const LEVEL_STEP_PIXELS = 5;
const LEVEL_BAR_PIXELS = 3;

/** Voice notes: records one in the composer's place, or sends the sample where there is no microphone. */
export class Voice {
    #state;
    #recorder = null;
    #number = null;
    #startedAt = 0;
    #timer = null;
    #levels = [];

    constructor(state) {
        this.#state = state;
        byId('mic').addEventListener('click', () => this.#start());
        byId('voice-cancel').addEventListener('click', () => this.#cancel());
        byId('voice-send').addEventListener('click', () => this.#finish());
        byId('recording').addEventListener('keydown', ({ key }) => key === 'Escape' && this.#cancel());
    }

    async sendSample() {
        const number = this.#state.active;
        try {
            await sendVoice(number, await ownFile('sample.ogg', 'audio/ogg'), SAMPLE_SECONDS);
        } catch (error) {
            toastOf(error);
        }
    }

    async #start() {
        if (this.#state.active === null || this.#recorder) {
            return;
        }
        byId('mic').disabled = true;
        try {
            this.#recorder = await startRecorder();
        } catch {
            this.#recorder = null;
        } finally {
            byId('mic').disabled = false;
        }
        if (this.#recorder) {
            this.#record();
        } else {
            toast('Sem microfone aqui: envie o áudio de exemplo.');
            this.onNoMicrophone?.();
        }
    }

    #record() {
        this.#number = this.#state.active;
        this.#startedAt = performance.now();
        this.#levels = [];
        this.#timer = setInterval(() => this.#follow(), LEVEL_MILLIS);
        this.#showRecording(true);
        this.#follow();
        byId('voice-send').focus();
    }

    #follow() {
        const seconds = this.#seconds();
        byId('record-time').textContent = duration(seconds);
        this.#levels.push(this.#recorder.level());
        drawLevels(byId('record-level'), this.#levels);
        if (seconds >= LONGEST_SECONDS) {
            this.#finish();
        }
    }

    async #finish() {
        const [recorder, number, seconds] = [this.#recorder, this.#number, this.#seconds()];
        if (!this.#end()) {
            return;
        }
        try {
            const ogg = await recorder.stop();
            if (seconds < SHORTEST_SECONDS) {
                toast('Áudio curto demais: fale um pouco e depois envie.');
            } else if (ogg === null) {
                toast('O microfone não mandou som: envie o áudio de exemplo.');
            } else {
                await sendVoice(number, ogg, seconds);
            }
        } catch (error) {
            toastOf(error);
        }
    }

    #cancel() {
        const recorder = this.#recorder;
        if (this.#end()) {
            recorder.cancel();
        }
    }

    /** Back to writing; false when nothing was being recorded (two taps in one moment). */
    #end() {
        if (!this.#recorder) {
            return false;
        }
        clearInterval(this.#timer);
        this.#recorder = null;
        this.#showRecording(false);
        byId('mic').focus();
        return true;
    }

    #showRecording(recording) {
        byId('recording').hidden = !recording;
        byId('composer-form').hidden = recording;
    }

    #seconds() {
        return (performance.now() - this.#startedAt) / 1_000;
    }
}

function drawLevels(canvas, levels) {
    const scale = devicePixelRatio;
    const { clientWidth: width, clientHeight: height } = canvas;
    canvas.width = width * scale;
    canvas.height = height * scale;
    const pen = canvas.getContext('2d');
    pen.scale(scale, scale);
    pen.fillStyle = getComputedStyle(canvas).color;
    const fitting = levels.slice(-Math.floor(width / LEVEL_STEP_PIXELS));
    fitting.forEach((level, index) => {
        const tall = Math.max(LEVEL_BAR_PIXELS, level * height);
        const x = width - (fitting.length - index) * LEVEL_STEP_PIXELS;
        pen.beginPath();
        pen.roundRect(x, (height - tall) / 2, LEVEL_BAR_PIXELS, tall, LEVEL_BAR_PIXELS / 2);
        pen.fill();
    });
}
