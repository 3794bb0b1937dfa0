/** Numbers from 0 to 1 that are always the same for the same seed: pictures must not change from one look to the next. */
export function randomOf(seed) {
    let state = hashOf(seed);
    return () => {
        state = (state + 0x6d2b79f5) | 0;
        let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
        mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
    };
}

export function hashOf(text) {
    let hash = 2_166_136_261;
    for (const character of text) {
        hash = Math.imul(hash ^ character.codePointAt(0), 16_777_619);
    }
    return hash >>> 0;
}
