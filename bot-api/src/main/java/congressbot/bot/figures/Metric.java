package congressbot.bot.figures;

import java.util.Locale;

/// What is counted a day; its word stands in `metrics_daily`.
public enum Metric {
    /// Every event, by its kind.
    EVENTS,
    /// Registrations that began to hold.
    REGISTRATIONS,
    REGISTRATIONS_BY_PROFILE,
    REGISTRATIONS_BY_STATE,
    REGISTRATIONS_BY_CHANNEL,
    REGISTRATIONS_BY_LANGUAGE,
    /// Registrations that no longer hold.
    WITHDRAWALS,
    /// People who reached a [Stage].
    STAGES,
    /// Registrations by the time that they took; the key is the upper end of a [Histogram], in seconds.
    TIME_TO_FINISH,
    /// Messages by the time that they waited for their turn; the key is the upper end of a [Histogram], in ms.
    WAITS,
    /// Mails by what became of them.
    MAILS,
    /// Questions by who answered them.
    QUESTIONS,
    /// Calls of models by their purpose.
    MODEL_CALLS,
    /// Their cost by purpose, in millionths of the currency of the prices.
    MODEL_COST,
    /// Messages that waited when the counting looked: `last`, and `most` of the day.
    QUEUE,
    /// When was last counted, in seconds since 1970.
    COUNTED;

    /// As it is stored.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
