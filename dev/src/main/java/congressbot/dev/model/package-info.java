/// A server that speaks the OpenAI API without any model, and can be told to behave as badly as a server and a model
/// can.
@NullMarked
package congressbot.dev.model;

import org.jspecify.annotations.NullMarked;
