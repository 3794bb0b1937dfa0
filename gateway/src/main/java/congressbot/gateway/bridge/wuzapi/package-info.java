/// wuzapi, a whatsmeow bridge that runs beside the gateway: its webhooks of 2025 and 2026, as forms
/// and as JSON, its endpoints and what it says when something fails.
@NullMarked
package congressbot.gateway.bridge.wuzapi;

import org.jspecify.annotations.NullMarked;
