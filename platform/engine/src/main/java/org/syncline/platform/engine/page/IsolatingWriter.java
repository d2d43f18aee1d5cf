package org.syncline.platform.engine.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.syncline.platform.engine.port.ConnectorSpaceChange;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.port.StoreException;

/** Writes a page in one transaction. A page that the store refuses is split until the one bad object stands alone. */
public final class IsolatingWriter {
    private static final Logger LOG = LoggerFactory.getLogger(IsolatingWriter.class);

    /** A change that the store refuses. */
    public record Refused(ConnectorSpaceChange change, StoreException reason) {}

    private final Store store;

    public IsolatingWriter(Store store) {
        this.store = store;
    }

    /**
     * Writes the changes of a page, and what belongs to the page as a whole.
     *
     * @param changes of which each can be written without the others
     * @param whole gets the refused changes, none as a rule; writes in the transaction of the changes, or after them where the page
     *     had to be split
     * @throws StoreException if the store refuses every change, or answers no more: then something is wrong with the store
     */
    public void write(List<ConnectorSpaceChange> changes, Consumer<List<Refused>> whole) {
        try {
            store.inTransaction(() -> {
                writeObjects(changes);
                whole.accept(List.of());
            });
        } catch (StoreException refusal) {
            if (changes.isEmpty() || refusal.isLost()) {
                throw refusal;
            }
            List<Refused> refused = new ArrayList<>();
            isolate(changes, refusal, refused);
            if (refused.size() == changes.size()) {
                throw refusal;
            }
            store.inTransaction(() -> whole.accept(refused));
        }
    }

    private void isolate(List<ConnectorSpaceChange> changes, StoreException reason, List<Refused> refused) {
        if (changes.size() == 1) {
            LOG.warn("The store refuses object {}", changes.getFirst().id(), reason);
            refused.add(new Refused(changes.getFirst(), reason));
            return;
        }
        int middle = changes.size() / 2;
        for (List<ConnectorSpaceChange> half : List.of(changes.subList(0, middle),
                changes.subList(middle, changes.size()))) {
            try {
                store.inTransaction(() -> writeObjects(half));
            } catch (StoreException again) {
                if (again.isLost()) {
                    throw again;
                }
                isolate(half, again, refused);
            }
        }
    }

    private void writeObjects(List<ConnectorSpaceChange> changes) {
        if (!changes.isEmpty()) {
            store.connectorSpace().write(changes);
        }
    }
}
