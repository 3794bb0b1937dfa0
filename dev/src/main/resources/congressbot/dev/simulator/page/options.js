const OPTION = /^(\d{1,2})\. (.+)$/;

/** Parts a message of the bot into what it says and the answers to pick, which stand as numbered lines at its end. */
export function splitOptions(text) {
    const lines = text.trimEnd().split('\n');
    const options = [];
    while (lines.length > 0 && OPTION.test(lines.at(-1))) {
        options.unshift(OPTION.exec(lines.pop()));
    }
    const counted = options.every((match, index) => Number(match[1]) === index + 1);
    if (options.length === 0 || !counted) {
        return { said: text, options: [] };
    }
    return { said: lines.join('\n').trimEnd(), options: options.map((match) => match[2].trim()) };
}
