package org.syncline.platform.engine;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.function.Predicate;
import org.syncline.platform.engine.port.ConnectorSpace;
import org.syncline.platform.engine.port.ConnectorSpaceChange;
import org.syncline.platform.engine.port.ExportHistory;
import org.syncline.platform.engine.port.GuardHistory;
import org.syncline.platform.engine.port.Metaverse;
import org.syncline.platform.engine.port.RulesetVersions;
import org.syncline.platform.engine.port.RunHistory;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.port.StoreException;
import org.syncline.platform.engine.port.StoreStatistics;
import org.syncline.platform.engine.port.Watermarks;

/** A store that refuses every page with a connector-space change that matches. */
final class RefusingStore implements Store {
    private final Store store;
    private final ConnectorSpace connectorSpace;

    RefusingStore(Store store, Predicate<ConnectorSpaceChange> refused) {
        this.store = store;
        this.connectorSpace = (ConnectorSpace) Proxy.newProxyInstance(
                RefusingStore.class.getClassLoader(), new Class<?>[]{ConnectorSpace.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("write")) {
                        for (Object change : (Collection<?>) arguments[0]) {
                            if (refused.test((ConnectorSpaceChange) change)) {
                                throw new StoreException("The value is too long");
                            }
                        }
                    }
                    try {
                        return method.invoke(store.connectorSpace(), arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
    }

    @Override
    public ConnectorSpace connectorSpace() {
        return connectorSpace;
    }

    @Override
    public Metaverse metaverse() {
        return store.metaverse();
    }

    @Override
    public RunHistory runHistory() {
        return store.runHistory();
    }

    @Override
    public Watermarks watermarks() {
        return store.watermarks();
    }

    @Override
    public GuardHistory guardHistory() {
        return store.guardHistory();
    }

    @Override
    public ExportHistory exportHistory() {
        return store.exportHistory();
    }

    @Override
    public RulesetVersions rulesetVersions() {
        return store.rulesetVersions();
    }

    @Override
    public void inTransaction(Runnable work) {
        store.inTransaction(work);
    }

    @Override
    public void makeDurable() {
        store.makeDurable();
    }

    @Override
    public StoreStatistics statistics() {
        return store.statistics();
    }

    @Override
    public void close() {
        store.close();
    }
}
