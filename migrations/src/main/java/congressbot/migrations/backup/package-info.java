/// The database as a file that anybody can read, and back: a zip archive with a CSV file for each table.
@NullMarked
package congressbot.migrations.backup;

import org.jspecify.annotations.NullMarked;
