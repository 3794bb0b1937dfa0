/// What every bridge to WhatsApp's own network shares: addresses, contents with their limits, and
/// JSON of which nothing is believed.
@NullMarked
package congressbot.gateway.bridge.whatsapp;

import org.jspecify.annotations.NullMarked;
