package congressbot.bot.conversation;

import congressbot.bot.congress.Congress;
import congressbot.bot.registration.FieldReader;
import congressbot.bot.registration.Municipalities;
import congressbot.bot.text.Tongues;
import congressbot.wire.message.ChannelName;
import java.util.List;
import java.util.Optional;

/// Which congress a receiving account belongs to: the one that names it, else the first. Congresses are renewed while
/// turns go on: a turn keeps the one that it began with.
public final class Receptions {
    private final Municipalities municipalities;
    private final Tongues tongues;
    private volatile List<Reception> receptions = List.of();

    public Receptions(List<Congress> congresses, Municipalities municipalities, Tongues tongues) {
        this.municipalities = municipalities;
        this.tongues = tongues;
        renew(congresses);
    }

    /// From now on these count.
    ///
    /// @param congresses at least one
    public void renew(List<Congress> congresses) {
        if (congresses.isEmpty()) {
            throw new IllegalArgumentException("there is no congress");
        }
        receptions = congresses.stream()
                .map(congress -> new Reception(congress, municipalities, tongues))
                .toList();
    }

    /// The congress of whoever writes to an account that no congress names.
    public Congress first() {
        return receptions.getFirst().congress();
    }

    /// The congress with this id as it is now.
    public Optional<Congress> find(String id) {
        return reception(id).map(Reception::congress);
    }

    /// The same; the first where none has the id any more.
    public Congress congress(String id) {
        return find(id).orElseGet(this::first);
    }

    /// Reads a congress's fields as organisers write them.
    public FieldReader fields(Congress congress) {
        return reception(congress.id()).orElse(receptions.getFirst()).fields();
    }

    private Optional<Reception> reception(String id) {
        return receptions.stream()
                .filter(reception -> reception.congress().id().equals(id))
                .findFirst();
    }

    public Reception of(ChannelName channel, String account) {
        String name = channel + ":" + account;
        List<Reception> current = receptions;
        return current.stream()
                .filter(reception -> reception.congress().accounts().contains(name))
                .findFirst()
                .orElse(current.getFirst());
    }
}
