package congressbot.gateway.memory;

import java.util.LinkedHashMap;
import java.util.Map;

/// Keeps what was used last, so many entries and no more. Whoever shares it between threads locks it.
public final class Recent<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1L;

    private static final int FEW = 16;
    private static final float USUAL_LOAD = 0.75f;

    private final int most;

    public Recent(int most) {
        super(FEW, USUAL_LOAD, true);
        this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
    }
}
