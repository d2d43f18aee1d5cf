package org.syncline.platform.engine.connection;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.syncline.connectors.spi.ChangeListener;
import org.syncline.connectors.spi.ChangeWatch;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.dsl.ruleset.Ruleset;

/** Listens to the connected systems that tell of changes, as the rules name them. Used by one thread. */
public final class ChangeWatches implements AutoCloseable {
    private static final ChangeWatch NO_WATCH = () -> {};

    private final Connectors connectors;
    private final Listener listener;
    private final Map<String, Watched> watched = new HashMap<>();

    /** Gets what the systems tell, from a thread of each of them. */
    public interface Listener {

        /** Whatever changes in a system from now on is told; what changed before may not have been. */
        void listening(String connector);

        /** Something may have changed in a system. */
        void changed(String connector);

        /** What changes in a system is not told for now; it is tried again. */
        void interrupted(String connector, String reason);
    }

    /** What of a system is read, and how it is reached; secrets by the name of the setting. */
    private record Access(Selection selection, Map<String, String> settings, Map<String, String> secrets) {}

    /** A system that is listened to. */
    private record Watched(Access access, ChangeWatch watch) {}

    public ChangeWatches(Connectors connectors, Listener listener) {
        this.connectors = connectors;
        this.listener = listener;
    }

    /** From now on listens to the systems of these rules: anew to those that are other than before, and no longer to those that are gone. */
    public void follow(Ruleset rules) {
        Map<String, ConnectorDefinition> wanted = rules.connectors();
        List.copyOf(watched.keySet()).stream().filter(name -> !wanted.containsKey(name)).forEach(this::leave);
        wanted.values().forEach(this::follow);
    }

    private void follow(ConnectorDefinition connector) {
        Access access = new Access(connectors.selection(connector), connector.settings(), connector.secrets());
        Watched before = watched.get(connector.name());
        if (before == null || !before.access().equals(access)) {
            leave(connector.name());
            watched.put(connector.name(), new Watched(access, begin(connector)));
        }
    }

    private void leave(String connector) {
        Watched before = watched.remove(connector);
        if (before != null) {
            before.watch().close();
        }
    }

    private ChangeWatch begin(ConnectorDefinition connector) {
        try {
            return connectors.watch(connector, listenerOf(connector.name())).orElse(NO_WATCH);
        } catch (ConnectorException refusal) {
            listener.interrupted(connector.name(), refusal.getMessage());
            return NO_WATCH;
        }
    }

    private ChangeListener listenerOf(String connector) {
        return new ChangeListener() {
            @Override
            public void listening() {
                listener.listening(connector);
            }

            @Override
            public void changed() {
                listener.changed(connector);
            }

            @Override
            public void interrupted(String reason) {
                listener.interrupted(connector, reason);
            }
        };
    }

    @Override
    public void close() {
        List.copyOf(watched.keySet()).forEach(this::leave);
    }
}
