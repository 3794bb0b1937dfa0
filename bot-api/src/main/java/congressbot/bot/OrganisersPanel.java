package congressbot.bot;

import congressbot.bot.account.AccountDesk;
import congressbot.bot.account.Accounts;
import congressbot.bot.account.AuditLog;
import congressbot.bot.account.Entrance;
import congressbot.bot.answering.Answering;
import congressbot.bot.attention.Attending;
import congressbot.bot.conversation.Receptions;
import congressbot.bot.figures.Figures;
import congressbot.bot.knowledge.Library;
import congressbot.bot.llm.redaction.Redactor;
import congressbot.bot.number.Numbers;
import congressbot.bot.office.Importer;
import congressbot.bot.office.OfficeWords;
import congressbot.bot.panel.AccountsPage;
import congressbot.bot.panel.AuditPage;
import congressbot.bot.panel.Pages;
import congressbot.bot.panel.Panel;
import congressbot.bot.panel.Part;
import congressbot.bot.panel.chats.ChatPages;
import congressbot.bot.panel.figures.FiguresPage;
import congressbot.bot.panel.figures.PhonesPage;
import congressbot.bot.panel.knowledge.KnowledgeParts;
import congressbot.bot.panel.people.PeoplePages;
import congressbot.bot.participant.ListSource;
import congressbot.bot.text.Tongues;
import congressbot.wire.gateway.GatewayClient;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/// Puts the organisers' panel together.
final class OrganisersPanel {
    private OrganisersPanel() {}

    /// What the panel's parts stand on.
    ///
    /// @param source where the list is read
    /// @param answering the bot that is asked what it would answer
    /// @param redactor takes personal data out of questions
    /// @param attending to the chats that a person answers
    /// @param gateway has the files of chats
    /// @param numbers of ours, and what is wrong with them
    record Ground(
            Jdbi jdbi,
            ListSource source,
            Receptions receptions,
            Library library,
            Answering answering,
            Tongues tongues,
            Redactor redactor,
            Attending attending,
            GatewayClient gateway,
            Numbers numbers,
            InstantSource time) {}

    static Panel over(BotSettings settings, Ground ground) {
        Jdbi jdbi = ground.jdbi();
        InstantSource time = ground.time();
        Receptions receptions = ground.receptions();
        Panel.Doors doors = new Panel.Doors(
                settings.panelPassword(),
                settings.publicUrl(),
                new Entrance(jdbi, time),
                new AccountDesk(jdbi, time),
                time);
        Pages pages = new Pages(receptions, ground.numbers()::troubles);
        AuditLog log = new AuditLog(jdbi, time);
        Importer.Rules rules = new Importer.Rules(
                receptions::congress, receptions::fields, OfficeWords.load(pages.wording()::channel));
        List<Part> parts = new ArrayList<>();
        parts.add(new PeoplePages(jdbi, ground.source(), rules, pages, time));
        parts.add(new ChatPages(
                ground.attending(),
                pages,
                new ChatPages.Colleagues(new Accounts(jdbi, time), log),
                ground.gateway(),
                time));
        parts.addAll(KnowledgeParts.over(
                pages,
                new KnowledgeParts.Ground(
                        jdbi, ground.library(), ground.answering(), ground.tongues(), ground.redactor(), time)));
        parts.add(new FiguresPage(new Figures(jdbi), pages, time));
        parts.add(new PhonesPage(jdbi, log, pages));
        parts.add(new AccountsPage(doors, pages));
        parts.add(new AuditPage(log, doors.accounts(), pages));
        return new Panel(doors, pages, parts);
    }
}
