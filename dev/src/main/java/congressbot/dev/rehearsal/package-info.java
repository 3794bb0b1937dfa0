/// A play without an audience, after which our processes know their parts.
@NullMarked
package congressbot.dev.rehearsal;

import org.jspecify.annotations.NullMarked;
