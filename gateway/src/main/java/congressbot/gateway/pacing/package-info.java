/// How fast a number of ours may speak. WhatsApp bans numbers that behave like machines, above all those that write to
/// people who did not ask: who waits for an answer gets it at once, all else keeps its distance.
@NullMarked
package congressbot.gateway.pacing;

import org.jspecify.annotations.NullMarked;
