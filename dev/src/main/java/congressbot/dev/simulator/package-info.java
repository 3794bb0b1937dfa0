/// A phone in the browser, and the bridge behind it: speaks GOWA's contract to the gateway over HTTP, and shows people
/// their chats, the mails that were sent and the participants' rows.
///
/// It plays WhatsApp and the bridge at once. In two things it is kinder than they are: messages that the bridge has not
/// handed over survive its death, and a chat is kept on this disk only.
@NullMarked
package congressbot.dev.simulator;

import org.jspecify.annotations.NullMarked;
