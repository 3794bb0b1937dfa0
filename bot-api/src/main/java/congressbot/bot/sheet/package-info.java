/// Files that spreadsheets write and read: CSV and XLSX, out and in. What comes in may be broken or hostile.
@NullMarked
package congressbot.bot.sheet;

import org.jspecify.annotations.NullMarked;
