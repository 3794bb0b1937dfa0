package congressbot.bot.panel.people;

import congressbot.bot.account.AuditLog;
import congressbot.bot.office.Bulk;
import congressbot.bot.office.Importer;
import congressbot.bot.office.Office;
import congressbot.bot.office.SavedViews;
import congressbot.bot.panel.Desk;
import congressbot.bot.panel.Pages;
import congressbot.bot.panel.Part;
import congressbot.bot.participant.ListSource;
import congressbot.bot.participant.Talk;
import java.time.InstantSource;
import org.jdbi.v3.core.Jdbi;

/// The part of the panel about registrations.
public final class PeoplePages implements Part {
    private final Surroundings around;
    private final ListPage list;
    private final FilePages files;
    private final ManyPages many;
    private final PersonPages person;
    private final FormPages forms;
    private final ImportPages imports;

    /// @param source where lists are read: perhaps in a replica
    /// @param rules by which forms and files are judged
    public PeoplePages(Jdbi jdbi, ListSource source, Importer.Rules rules, Pages pages, InstantSource time) {
        this.around = new Surroundings(source, rules, new AuditLog(jdbi, time), pages, time);
        Office.Stores stores = Office.Stores.of(jdbi, time);
        Office office = new Office(stores, rules.congresses(), time);
        this.list = new ListPage(around, new SavedViews(jdbi));
        this.files = new FilePages(around);
        this.many = new ManyPages(around, new Bulk(office));
        this.person = new PersonPages(around, stores.registry(), new Talk(jdbi), office);
        this.forms = new FormPages(around, stores.registry(), office);
        this.imports = new ImportPages(around, new Importer(jdbi, around.audit(), rules, time));
    }

    /// Paths with a word go before those with a number in its place.
    @Override
    public void addTo(Desk desk) {
        list.addTo(desk);
        files.addTo(desk);
        imports.addTo(desk);
        many.addTo(desk);
        forms.addTo(desk);
        person.addTo(desk);
    }
}
