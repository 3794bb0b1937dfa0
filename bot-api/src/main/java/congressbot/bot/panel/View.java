package congressbot.bot.panel;

import congressbot.bot.account.Account;
import congressbot.bot.account.Right;
import congressbot.bot.number.Trouble;
import java.util.List;
import java.util.Optional;

/// What stands on every page of somebody who is in.
///
/// @param formToken for every form that posts
/// @param notice what became of what she did just now
/// @param troubles with the numbers of the congress, while they last
public record View(Frame frame, Account account, String formToken, Optional<String> notice, List<Trouble> troubles) {
    public View {
        troubles = List.copyOf(troubles);
    }

    /// A way to a part of the panel.
    public record Tab(String section, String title, String path) {}

    public boolean may(Right right) {
        return account.role().may(right);
    }

    @Override
    public String toString() {
        return "View[" + account + "]";
    }

    /// The parts that she may see.
    public List<Tab> tabs() {
        return frame.tabs(account.role());
    }
}
