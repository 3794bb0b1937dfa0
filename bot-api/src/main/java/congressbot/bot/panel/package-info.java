/// The organisers' pages. One password opens them (`PANEL_PASSWORD`); nothing in them changes data.
@NullMarked
package congressbot.bot.panel;

import org.jspecify.annotations.NullMarked;
