package congressbot.bot.panel.people;

import congressbot.bot.office.Bulk;

/// What is told after the same was done to many.
///
/// @param act what was to be done
/// @param back the list
public record ManyReport(String act, Bulk.Tally tally, String back) {}
