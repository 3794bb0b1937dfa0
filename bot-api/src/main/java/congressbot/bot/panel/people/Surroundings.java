package congressbot.bot.panel.people;

import congressbot.bot.account.AuditLog;
import congressbot.bot.congress.Congress;
import congressbot.bot.office.Importer;
import congressbot.bot.office.OfficeWords;
import congressbot.bot.panel.Pages;
import congressbot.bot.panel.Visit;
import congressbot.bot.participant.ListSource;
import congressbot.bot.participant.ParticipantList;
import java.time.InstantSource;

/// What all pages about registrations need.
///
/// @param source where lists are read
/// @param rules by which forms and files are judged
record Surroundings(ListSource source, Importer.Rules rules, AuditLog audit, Pages pages, InstantSource time) {
    ParticipantList list(Visit visit) {
        return new ParticipantList(source, visit.congress());
    }

    Congress congress(Visit visit) {
        return rules.congresses().apply(visit.congress());
    }

    OfficeWords words() {
        return rules.words();
    }
}
