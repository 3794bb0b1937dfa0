/// `dialogues`: plays the corpus of scripted conversations through the doors of bot-api. [Dialogues] is the place to
/// begin, [Script] says how a file is written. The files stand in `dev/dialogues` and not among the resources, because
/// `--rewrite` writes them and nothing can be written into a jar.
@NullMarked
package congressbot.dev.dialogues;

import org.jspecify.annotations.NullMarked;
