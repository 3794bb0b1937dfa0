/// Servers that speak the HTTP API of OpenAI. The only package that knows langchain4j.
@NullMarked
package congressbot.bot.llm.openai;

import org.jspecify.annotations.NullMarked;
