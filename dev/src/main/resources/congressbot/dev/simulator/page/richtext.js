import { el } from './dom.js';

const LINK = /https?:\/\/[^\s<>"'`]+/g;
const TRAILING = /[.,;:!?)\]}*_~]+$/;
const MARKS = { '*': 'strong', _: 'em', '~': 's' };
const WORD = /[\p{L}\p{N}]/u;

/** The text of a chat as nodes: links, ```mono```, *bold*, _italic_ and ~struck~, read as a phone reads them. */
export function richText(text) {
    return text.split(/(```[\s\S]+?```)/).flatMap((part) => {
        const mono = /^```([\s\S]+?)```$/.exec(part);
        return mono ? [el('code', {}, mono[1])] : withLinks(part);
    });
}

function withLinks(text) {
    const nodes = [];
    let from = 0;
    for (const match of text.matchAll(LINK)) {
        const address = match[0].replace(TRAILING, '');
        nodes.push(...withMarks(text.slice(from, match.index)), linkTo(address));
        from = match.index + address.length;
    }
    nodes.push(...withMarks(text.slice(from)));
    return nodes;
}

function linkTo(address) {
    return el('a', { href: address, target: '_blank', rel: 'noopener noreferrer' }, address);
}

function withMarks(text) {
    const nodes = [];
    let plain = '';
    let at = 0;
    while (at < text.length) {
        const end = closingMark(text, at);
        if (end < 0) {
            plain += text[at];
            at += 1;
        } else {
            nodes.push(plain, el(MARKS[text[at]], {}, ...withMarks(text.slice(at + 1, end))));
            plain = '';
            at = end + 1;
        }
    }
    nodes.push(plain);
    return nodes.filter((node) => node !== '');
}

/** Where the mark that opens at `start` closes, or -1: not inside a word, not beside a space, not over a line's end. */
function closingMark(text, start) {
    const mark = text[start];
    if (!(mark in MARKS) || WORD.test(text[start - 1] ?? ' ') || /\s/.test(text[start + 1] ?? ' ')) {
        return -1;
    }
    const lineEnd = text.indexOf('\n', start);
    const limit = lineEnd < 0 ? text.length : lineEnd;
    for (let end = text.indexOf(mark, start + 1); end >= 0 && end < limit; end = text.indexOf(mark, end + 1)) {
        if (end > start + 1 && !/\s/.test(text[end - 1]) && !WORD.test(text[end + 1] ?? ' ')) {
            return end;
        }
    }
    return -1;
}
