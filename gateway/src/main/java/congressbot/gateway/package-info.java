/// WhatsApp in and out: webhooks become envelopes in the queue, replies go to the bridge, and what happens at a
/// channel is reported as facts. Start reading at [congressbot.gateway.Gateway].
@NullMarked
package congressbot.gateway;

import org.jspecify.annotations.NullMarked;
