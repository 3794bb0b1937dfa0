package congressbot.bot.panel;

import congressbot.bot.account.Right;
import congressbot.bot.account.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// What stands on every page.
///
/// @param congress its name
/// @param assets paths of the files that pages load
public record Frame(String congress, PanelAssets assets, Wording wording) {
    /// The parts of the panel, in the order of their tabs.
    enum Section {
        PEOPLE("/inscritos", Right.SEE_PARTICIPANTS),
        CHATS("/conversas", Right.SEE_CHATS),
        QUESTIONS("/perguntas", Right.EDIT_KNOWLEDGE),
        KNOWLEDGE("/conhecimento", Right.EDIT_KNOWLEDGE),
        FIGURES("/numeros", Right.SEE_FIGURES),
        ACCOUNTS("/contas", Right.MANAGE_ACCOUNTS),
        AUDIT("/registro", Right.READ_AUDIT);

        private final String path;
        private final Right right;

        Section(String path, Right right) {
            this.path = path;
            this.right = right;
        }
    }

    List<View.Tab> tabs(Role role) {
        return Arrays.stream(Section.values())
                .filter(section -> role.may(section.right))
                .map(this::tab)
                .toList();
    }

    private View.Tab tab(Section section) {
        String name = section.name().toLowerCase(Locale.ROOT);
        return new View.Tab(name, wording.said("section." + name), Panel.PATH + section.path);
    }

    /// Path of a file that pages load.
    public String asset(String name) {
        return assets.path(name);
    }
}
