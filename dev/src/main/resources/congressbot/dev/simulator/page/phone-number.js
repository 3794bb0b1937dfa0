/** 5562900000001, with a plus sign or without, is `+55 62 90000-0001`. */
export function readableNumber(number) {
    const digits = number.replace(/^\+/, '');
    const match = /^55(\d{2})(\d{4,5})(\d{4})$/.exec(digits);
    return match ? `+55 ${match[1]} ${match[2]}-${match[3]}` : number;
}
