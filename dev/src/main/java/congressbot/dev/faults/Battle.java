package congressbot.dev.faults;

import congressbot.dev.house.House;
import congressbot.dev.mail.FakeMailServer;
import congressbot.dev.sabotage.Sabotage;
import java.nio.file.Path;
import java.util.Optional;

/// What can be broken.
///
/// @param project the folder of the launcher
/// @param older the folder of an older version; the same where there is none
/// @param disks where the stores have some of their own
record Battle(House house, FakeMailServer mail, Sabotage sabotage, Path project, Path older, Optional<Disks> disks) {
    record Disks(Disk redis, Disk postgres) {}
}
