package congressbot.dev.bench;

import congressbot.dev.bench.ceiling.Ceilings;

/// How much is done for each part of the survey.
///
/// @param warm registrations before a process counts as warm
/// @param measured registrations of one measurement
/// @param paced people who write at a fixed pace
/// @param waiting messages of others that wait
/// @param counted whose round trips are counted on the wire
record Scale(int warm, int measured, int paced, int waiting, Load counted, Ceilings.Effort ceilings) {
    /// Messages a second of those who write at a fixed pace.
    static final int PACE = 300;

    /// A measurement has 9,000 messages, and the pace is kept for 20 s, twice. The queue takes 20,000 messages, and who
    /// is measured needs room as well.
    static final Scale NORMAL =
            new Scale(2_000, 1_000, 20 * PACE, 19_500, new Load(Speeds.FEW, 50, 200), Ceilings.Effort.NORMAL);

    /// How much is done where one crowd is measured.
    Load load(int people) {
        return new Load(people, warm, measured);
    }
}
