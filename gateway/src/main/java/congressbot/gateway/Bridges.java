package congressbot.gateway;

import congressbot.gateway.bridge.Bridge;
import congressbot.gateway.bridge.BridgePlan;
import congressbot.gateway.bridge.Means;
import congressbot.gateway.bridge.Media;
import congressbot.wire.message.OutgoingMessage;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// All bridges of ours, each found by what it is called where.
final class Bridges {
    /// A phone number's digits.
    private static final Pattern NUMBER = Pattern.compile("[0-9]{5,20}");

    private final List<Bridge> all;

    private Bridges(List<Bridge> all) {
        this.all = List.copyOf(all);
    }

    static Bridges open(List<BridgePlan> plans, Means means) {
        return new Bridges(plans.stream().map(plan -> plan.open(means)).toList());
    }

    /// A bridge, and the part of a path that was left over.
    record Addressed(Bridge bridge, Optional<String> proof) {}

    List<Bridge> all() {
        return all;
    }

    /// By the path of a webhook.
    ///
    /// @param parts what follows the channel: the instance's name, if it has one, and a proof
    Optional<Addressed> at(String channel, List<String> parts) {
        Optional<Bridge> named = parts.isEmpty() ? Optional.empty() : find(channel, Optional.of(parts.getFirst()));
        List<String> rest = named.isPresent() ? parts.subList(1, parts.size()) : parts;
        return rest.size() > 1
                ? Optional.empty()
                : named.or(() -> find(channel, Optional.empty()))
                        .map(bridge -> new Addressed(bridge, rest.stream().findFirst()));
    }

    /// By the account that a message is to leave from. An account that a bridge without a name cannot
    /// have was one of a bridge that is gone: its messages leave from no other number.
    Optional<Bridge> of(OutgoingMessage message) {
        String channel = message.channel().value();
        Optional<Bridge> named = find(channel, Optional.of(message.account()));
        boolean unnamed = message.account().equals(channel)
                || NUMBER.matcher(message.account()).matches();
        return unnamed ? named.or(() -> find(channel, Optional.empty())) : named;
    }

    /// A reference leads to the bridge that it came from and nowhere else.
    Media media(String mediaRef) {
        return all.stream()
                .map(bridge -> bridge.media(mediaRef))
                .filter(media -> !(media instanceof Media.Gone))
                .findFirst()
                .orElseGet(Media.Gone::new);
    }

    private Optional<Bridge> find(String channel, Optional<String> name) {
        return all.stream()
                .filter(bridge -> bridge.instance().channel().value().equals(channel))
                .filter(bridge -> bridge.instance().name().equals(name))
                .findFirst();
    }
}
