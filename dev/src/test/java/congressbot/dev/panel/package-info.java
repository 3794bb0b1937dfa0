/// The organisers' panel in a real browser, on the real house.
@NullMarked
package congressbot.dev.panel;

import org.jspecify.annotations.NullMarked;
