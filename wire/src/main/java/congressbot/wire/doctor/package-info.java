/// `./congress-bot doctor`: each process, called with `--check`, looks at what it needs and tells line by line what is
/// right, what is wrong, and what to do, in Portuguese and without a secret.
@NullMarked
package congressbot.wire.doctor;

import org.jspecify.annotations.NullMarked;
