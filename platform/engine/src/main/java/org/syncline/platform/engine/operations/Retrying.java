package org.syncline.platform.engine.operations;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.syncline.platform.engine.port.ExportHistory;
import org.syncline.platform.engine.port.ExportHistory.Contradiction;
import org.syncline.platform.engine.port.ExportHistory.Refusal;
import org.syncline.platform.engine.port.Store;
import org.syncline.schema.identity.ConnectorSpaceObject;

/** Lets a person ask for what exports have given up: changes that were refused, values that were held. */
public final class Retrying {
    private final Store store;

    public Retrying(Store store) {
        this.store = store;
    }

    /**
     * Forgets what was refused and contradicted, so that the next export sends it again.
     *
     * @param title DN or anchor of the only object concerned; null for all of the connector
     * @return how many objects are concerned
     */
    public int retry(String connector, String title) {
        ExportHistory history = store.exportHistory();
        Set<Long> unsettled = new TreeSet<>();
        history.refusals(connector).stream().map(Refusal::object).forEach(unsettled::add);
        history.contradictions(connector).stream().map(Contradiction::object).forEach(unsettled::add);
        Set<Long> chosen = title == null ? unsettled : named(unsettled, title);
        store.inTransaction(() -> {
            history.forgetRefusals(chosen);
            history.forgetContradictionsOf(chosen);
        });
        return chosen.size();
    }

    private Set<Long> named(Set<Long> objects, String title) {
        return store.connectorSpace().load(objects).stream()
                .filter(object -> object.title().equalsIgnoreCase(title) || isAnchor(object, title))
                .map(ConnectorSpaceObject::id)
                .collect(Collectors.toSet());
    }

    private static boolean isAnchor(ConnectorSpaceObject object, String title) {
        return object.anchor() != null && object.anchor().text().equals(title);
    }
}
