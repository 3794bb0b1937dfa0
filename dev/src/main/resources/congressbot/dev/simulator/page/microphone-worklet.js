/** Hands the samples of the microphone to the page in pieces of 40 ms. */
class Samples extends AudioWorkletProcessor {
    #piece = new Float32Array(1_920);
    #filled = 0;

    process([input]) {
        const samples = input[0] ?? [];
        for (const sample of samples) {
            this.#piece[this.#filled] = sample;
            this.#filled += 1;
            if (this.#filled === this.#piece.length) {
                this.port.postMessage(this.#piece.slice());
                this.#filled = 0;
            }
        }
        return true;
    }
}

registerProcessor('samples', Samples);
