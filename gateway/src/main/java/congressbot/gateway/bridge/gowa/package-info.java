/// GOWA (go-whatsapp-web-multidevice), a whatsmeow bridge that runs beside the gateway: its webhooks of the versions
/// 7 to 9, its endpoints and its error codes.
@NullMarked
package congressbot.gateway.bridge.gowa;

import org.jspecify.annotations.NullMarked;
