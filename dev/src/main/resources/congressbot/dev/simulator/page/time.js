const CLOCK = new Intl.DateTimeFormat('pt-BR', { hour: '2-digit', minute: '2-digit' });
const SHORT_DAY = new Intl.DateTimeFormat('pt-BR', { day: '2-digit', month: '2-digit' });
const LONG_DAY = new Intl.DateTimeFormat('pt-BR', { day: 'numeric', month: 'long', year: 'numeric' });
const WEEKDAY = new Intl.DateTimeFormat('pt-BR', { weekday: 'long' });
const DAY_MILLIS = 24 * 60 * 60 * 1_000;

export function clock(at) {
    return CLOCK.format(new Date(at));
}

/** A key that two moments share when they fall on one day of this browser's calendar. */
export function dayKey(at) {
    const date = new Date(at);
    return `${date.getFullYear()}-${date.getMonth()}-${date.getDate()}`;
}

export function dayName(at, now = new Date()) {
    const age = daysBetween(new Date(at), now);
    if (age === 0) {
        return 'Hoje';
    }
    if (age === 1) {
        return 'Ontem';
    }
    return age > 1 && age < 7 ? WEEKDAY.format(new Date(at)) : LONG_DAY.format(new Date(at));
}

/** The time of today's, the day of the others. */
export function shortMoment(at, now = new Date()) {
    return dayKey(at) === dayKey(now) ? clock(at) : SHORT_DAY.format(new Date(at));
}

/** 75 seconds are `1:15`. */
export function duration(seconds) {
    const whole = Math.max(0, Math.floor(seconds));
    return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

function daysBetween(earlier, later) {
    const midnight = (date) => Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
    return Math.round((midnight(later) - midnight(earlier)) / DAY_MILLIS);
}
