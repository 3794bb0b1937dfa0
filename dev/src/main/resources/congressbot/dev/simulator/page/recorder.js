import { Microphone } from './microphone.js';
import { GRANULES_PER_SECOND, oggOpus } from './ogg.js';

const OGG_OPUS = 'audio/ogg;codecs=opus';
const BITS_PER_SECOND = 24_000;
const ENCODER = { codec: 'opus', sampleRate: GRANULES_PER_SECOND, numberOfChannels: 1, bitrate: BITS_PER_SECOND };
/** What libopus asks to skip at 48 kHz; an encoder that says otherwise is believed. */
const USUAL_PRE_SKIP = 312;
const MICROS_PER_SECOND = 1_000_000;

/**
 * A recorder of voice notes as this browser can make them, started, or `null` where it cannot write Ogg Opus. Each has
 * `level()`, `stop()` → the file, or `null` when no sound came, and `cancel()`.
 */
export async function startRecorder() {
    if (!Microphone.supported()) {
        return null;
    }
    if (globalThis.MediaRecorder?.isTypeSupported(OGG_OPUS)) {
        return withMicrophone({}, (microphone) => new BrowserRecorder(microphone));
    }
    return (await canEncode()) ? withMicrophone({ sampleRate: GRANULES_PER_SECOND }, EncodingRecorder.start) : null;
}

/** A microphone that nobody records from must not stay open. */
async function withMicrophone(options, start) {
    const microphone = await Microphone.open(options);
    try {
        return await start(microphone);
    } catch (error) {
        microphone.close();
        throw error;
    }
}

async function canEncode() {
    if (!globalThis.AudioEncoder || !globalThis.AudioWorkletNode) {
        return false;
    }
    return (await AudioEncoder.isConfigSupported(ENCODER).catch(() => ({}))).supported === true;
}

/** The browser writes Ogg Opus itself. */
class BrowserRecorder {
    #microphone;
    #recorder;
    #pieces = [];

    constructor(microphone) {
        this.#microphone = microphone;
        this.#recorder = new MediaRecorder(microphone.stream, { mimeType: OGG_OPUS, audioBitsPerSecond: BITS_PER_SECOND });
        this.#recorder.addEventListener('dataavailable', ({ data }) => this.#pieces.push(data));
        this.#recorder.start();
    }

    level() {
        return this.#microphone.level();
    }

    async stop() {
        await new Promise((resolve) => {
            this.#recorder.addEventListener('stop', resolve, { once: true });
            this.#recorder.stop();
        });
        this.#microphone.close();
        return new Blob(this.#pieces, { type: 'audio/ogg' });
    }

    cancel() {
        this.#recorder.stop();
        this.#microphone.close();
    }
}

/** The browser only encodes: the Ogg around the packets is ours. */
class EncodingRecorder {
    #microphone;
    #node;
    #encoder;
    #packets = [];
    #preSkip = USUAL_PRE_SKIP;
    #samples = 0;
    #failure = null;

    static async start(microphone) {
        await microphone.context.audioWorklet.addModule('/assets/microphone-worklet.js');
        return new EncodingRecorder(microphone);
    }

    constructor(microphone) {
        this.#microphone = microphone;
        this.#encoder = new AudioEncoder({
            output: (chunk, metadata) => this.#keep(chunk, metadata),
            error: (error) => (this.#failure = error),
        });
        this.#encoder.configure(ENCODER);
        this.#node = new AudioWorkletNode(microphone.context, 'samples', {
            numberOfOutputs: 0,
            channelCount: 1,
            channelCountMode: 'explicit',
        });
        this.#node.port.onmessage = ({ data }) => this.#encode(data);
        microphone.source.connect(this.#node);
    }

    level() {
        return this.#microphone.level();
    }

    async stop() {
        this.#silence();
        await this.#encoder.flush();
        this.#encoder.close();
        if (this.#failure) {
            throw this.#failure;
        }
        if (this.#packets.length === 0) {
            return null;
        }
        return oggOpus({ packets: this.#packets, preSkip: this.#preSkip, samples: this.#samples });
    }

    cancel() {
        this.#silence();
        this.#encoder.close();
    }

    #silence() {
        this.#node.port.onmessage = null;
        this.#node.disconnect();
        this.#microphone.close();
    }

    #encode(samples) {
        if (this.#encoder.state !== 'configured') {
            return;
        }
        const data = new AudioData({
            format: 'f32-planar',
            sampleRate: GRANULES_PER_SECOND,
            numberOfChannels: 1,
            numberOfFrames: samples.length,
            timestamp: Math.round((this.#samples / GRANULES_PER_SECOND) * MICROS_PER_SECOND),
            data: samples,
        });
        this.#encoder.encode(data);
        data.close();
        this.#samples += samples.length;
    }

    #keep(chunk, metadata) {
        const packet = new Uint8Array(chunk.byteLength);
        chunk.copyTo(packet);
        this.#packets.push(packet);
        const head = metadata?.decoderConfig?.description;
        if (head) {
            this.#preSkip = preSkipOf(head) ?? this.#preSkip;
        }
    }
}

/** The encoder describes itself with an OpusHead. */
function preSkipOf(description) {
    const view = ArrayBuffer.isView(description)
        ? new DataView(description.buffer, description.byteOffset, description.byteLength)
        : new DataView(description);
    return view.byteLength >= 12 ? view.getUint16(10, true) : null;
}
