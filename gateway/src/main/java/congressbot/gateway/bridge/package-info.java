/// Ways to WhatsApp, in words that no provider owns. What only one provider says stays in that provider's package.
@NullMarked
package congressbot.gateway.bridge;

import org.jspecify.annotations.NullMarked;
