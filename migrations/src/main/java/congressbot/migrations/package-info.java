/// The database schema, and the one-shot that brings a database to it.
@NullMarked
package congressbot.migrations;

import org.jspecify.annotations.NullMarked;
