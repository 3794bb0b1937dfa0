@NullMarked
package congressbot.dev.demo;

import org.jspecify.annotations.NullMarked;
