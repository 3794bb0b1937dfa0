/// What processes count and how long things take, read and summed up for whoever measures.
@NullMarked
package congressbot.dev.metrics;

import org.jspecify.annotations.NullMarked;
