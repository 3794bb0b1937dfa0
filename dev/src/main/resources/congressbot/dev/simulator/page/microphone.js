/** The microphone, open, with a meter of how loud it is. */
export class Microphone {
    #analyser;
    #samples;

    static supported() {
        return Boolean(navigator.mediaDevices?.getUserMedia && globalThis.AudioContext);
    }

    /** Asks the person's permission; refused, it throws what the browser throws. The options are an AudioContext's. */
    static async open(options) {
        const stream = await navigator.mediaDevices.getUserMedia({
            audio: { channelCount: 1, echoCancellation: true, noiseSuppression: true, autoGainControl: true },
        });
        try {
            return new Microphone(stream, new AudioContext(options));
        } catch (error) {
            stopAll(stream);
            throw error;
        }
    }

    constructor(stream, context) {
        this.stream = stream;
        this.context = context;
        // Not awaited, neither here nor at the end: on a machine without loudspeakers Firefox never answers.
        context.resume();
        this.source = context.createMediaStreamSource(stream);
        this.#analyser = context.createAnalyser();
        this.#samples = new Float32Array(this.#analyser.fftSize);
        this.source.connect(this.#analyser);
    }

    /** From 0 (silence) to 1. */
    level() {
        this.#analyser.getFloatTimeDomainData(this.#samples);
        const power = this.#samples.reduce((sum, sample) => sum + sample * sample, 0) / this.#samples.length;
        return Math.min(1, Math.sqrt(power) * 4);
    }

    close() {
        stopAll(this.stream);
        this.context.close();
    }
}

function stopAll(stream) {
    stream.getTracks().forEach((track) => track.stop());
}
