/// The worker on a real Redis, between neighbours that answer what the test wants.
@NullMarked
package congressbot.worker;

import org.jspecify.annotations.NullMarked;
