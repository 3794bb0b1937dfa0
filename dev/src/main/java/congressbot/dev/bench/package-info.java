/// `bench`: how fast the whole house is on this machine, and what a message costs. [Bench] is the place to begin.
@NullMarked
package congressbot.dev.bench;

import org.jspecify.annotations.NullMarked;
