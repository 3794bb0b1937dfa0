/** Everything in an Ogg Opus stream is counted at this rate, whatever the microphone's was (RFC 7845). */
export const GRANULES_PER_SECOND = 48_000;

const CAPTURE = [0x4f, 0x67, 0x67, 0x53];
const FIRST_PAGE = 0x02;
const LAST_PAGE = 0x04;
const HEADER_BYTES = 27;
const MAX_SEGMENTS = 255;
const SEGMENT_BYTES = 255;
/** Players seek by pages, and opusinfo complains of long ones. */
const PAGE_GRANULES = GRANULES_PER_SECOND;
const VENDOR = 'congressbot';
const CRC = crcTable();

/** The packets of one channel of Opus as an Ogg file. `samples` is how long the sound is, at 48 kHz. */
export function oggOpus({ packets, preSkip, samples }) {
    const serial = crypto.getRandomValues(new Uint32Array(1))[0];
    const pages = [
        page({ flags: FIRST_PAGE, granule: 0, serial, sequence: 0, packets: [opusHead(preSkip)] }),
        page({ flags: 0, granule: 0, serial, sequence: 1, packets: [opusTags()] }),
    ];
    // The last page's position may fall short of what its packets hold: this is how the padding at the end is cut off.
    const end = preSkip + samples;
    let granule = 0;
    for (const [group, isLast] of grouped(packets)) {
        granule += group.reduce((sum, packet) => sum + packetGranules(packet), 0);
        const flags = isLast ? LAST_PAGE : 0;
        const position = isLast ? Math.min(granule, end) : granule;
        pages.push(page({ flags, granule: position, serial, sequence: pages.length, packets: group }));
    }
    return new Blob(pages, { type: 'audio/ogg' });
}

function opusHead(preSkip) {
    const view = new DataView(new ArrayBuffer(19));
    putText(view, 0, 'OpusHead');
    view.setUint8(8, 1);
    view.setUint8(9, 1);
    view.setUint16(10, preSkip, true);
    view.setUint32(12, GRANULES_PER_SECOND, true);
    return new Uint8Array(view.buffer);
}

function opusTags() {
    const view = new DataView(new ArrayBuffer(16 + VENDOR.length));
    putText(view, 0, 'OpusTags');
    view.setUint32(8, VENDOR.length, true);
    putText(view, 12, VENDOR);
    return new Uint8Array(view.buffer);
}

function putText(view, at, text) {
    [...text].forEach((character, index) => view.setUint8(at + index, character.charCodeAt(0)));
}

/** The packets of each page, a second at most, and whether they are the last ones. */
function* grouped(packets) {
    let group = [];
    let segments = 0;
    let granules = 0;
    for (const packet of packets) {
        const needed = lacing(packet).length;
        if (segments + needed > MAX_SEGMENTS || granules >= PAGE_GRANULES) {
            yield [group, false];
            group = [];
            segments = 0;
            granules = 0;
        }
        group.push(packet);
        segments += needed;
        granules += packetGranules(packet);
    }
    yield [group, true];
}

/** A packet's length as a page says it: 255 for each full segment, then what is left (0 too). */
function lacing(packet) {
    const full = Math.floor(packet.length / SEGMENT_BYTES);
    return [...Array(full).fill(SEGMENT_BYTES), packet.length % SEGMENT_BYTES];
}

function page({ flags, granule, serial, sequence, packets }) {
    const segments = packets.flatMap(lacing);
    const bodyAt = HEADER_BYTES + segments.length;
    const bytes = new Uint8Array(bodyAt + packets.reduce((sum, packet) => sum + packet.length, 0));
    const view = new DataView(bytes.buffer);
    bytes.set(CAPTURE);
    view.setUint8(5, flags);
    view.setBigUint64(6, BigInt(granule), true);
    view.setUint32(14, serial, true);
    view.setUint32(18, sequence, true);
    view.setUint8(26, segments.length);
    bytes.set(segments, HEADER_BYTES);
    let at = bodyAt;
    for (const packet of packets) {
        bytes.set(packet, at);
        at += packet.length;
    }
    view.setUint32(22, crc(bytes), true);
    return bytes;
}

/** Ogg's own checksum: CRC-32 with 0x04c11db7, neither reflected nor inverted, its own field zero (RFC 3533). */
function crc(bytes) {
    let sum = 0;
    for (const byte of bytes) {
        sum = ((sum << 8) ^ CRC[(sum >>> 24) ^ byte]) >>> 0;
    }
    return sum;
}

function crcTable() {
    return Uint32Array.from({ length: 256 }, (_, index) => {
        let value = index << 24;
        for (let bit = 0; bit < 8; bit += 1) {
            value = value & 0x80000000 ? (value << 1) ^ 0x04c11db7 : value << 1;
        }
        return value >>> 0;
    });
}

/** How long a packet sounds, at 48 kHz, from its first byte and, in a packet of many frames, its second (RFC 6716, 3.1). */
function packetGranules(packet) {
    const config = packet[0] >> 3;
    const framesCode = packet[0] & 0x03;
    const frames = framesCode === 0 ? 1 : framesCode === 3 ? packet[1] & 0x3f : 2;
    return frames * frameGranules(config);
}

function frameGranules(config) {
    if (config < 12) {
        return [480, 960, 1_920, 2_880][config & 0x03];
    }
    if (config < 16) {
        return [480, 960][config & 0x01];
    }
    return [120, 240, 480, 960][config & 0x03];
}
