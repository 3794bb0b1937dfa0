package congressbot.bot.registration;

import congressbot.bot.text.Spelling;

/// A message as it is read.
///
/// @param text cleaned, with its line breaks; every digit is one of `0` to `9`, and digits that were said as words are
///     digits
/// @param folded its words, for comparing
/// @param spoken it is the transcript of a voice note
record Said(String text, String folded, boolean spoken) {
    static Said of(String typed, boolean spoken, SpokenDigits digits) {
        String clean = Spelling.plain(Spelling.cleanedLines(typed));
        return new Said(digits.written(clean), Spelling.folded(clean), spoken);
    }
}
