/// The pages under `/pairing`, on which an organiser links the congress's number to a bridge and sees whether it still
/// is. Start reading at [congressbot.gateway.pairing.PairingPages].
@NullMarked
package congressbot.gateway.pairing;

import org.jspecify.annotations.NullMarked;
