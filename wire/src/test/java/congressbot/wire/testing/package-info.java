/// The real neighbours that tests of several modules run against.
@NullMarked
package congressbot.wire.testing;

import org.jspecify.annotations.NullMarked;
