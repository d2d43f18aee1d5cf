package org.syncline.platform.engine.story;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.syncline.platform.engine.port.ConnectorSpace;
import org.syncline.platform.engine.port.ExportHistory;
import org.syncline.platform.engine.port.GuardHistory;
import org.syncline.platform.engine.port.Metaverse;
import org.syncline.platform.engine.port.RulesetVersions;
import org.syncline.platform.engine.port.RunHistory;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.port.StoreStatistics;
import org.syncline.platform.engine.port.Watermarks;

/** A store whose calls are seen before they are made. */
public final class ObservedStore implements Store {

    /** Sees a call; may throw instead of letting it happen. */
    public interface Observer {
        void before(String method, Object[] arguments);

        /** Both see it, unless the first throws. */
        default Observer andThen(Observer other) {
            return (method, arguments) -> {
                before(method, arguments);
                other.before(method, arguments);
            };
        }
    }

    private final Store store;
    private final Observer observer;
    private final ConnectorSpace connectorSpace;
    private final Metaverse metaverse;
    private final RunHistory runHistory;
    private final Watermarks watermarks;
    private final GuardHistory guardHistory;
    private final ExportHistory exportHistory;

    public ObservedStore(Store store, Observer observer) {
        this.store = store;
        this.observer = observer;
        this.connectorSpace = observed(ConnectorSpace.class, store.connectorSpace());
        this.metaverse = observed(Metaverse.class, store.metaverse());
        this.runHistory = observed(RunHistory.class, store.runHistory());
        this.watermarks = observed(Watermarks.class, store.watermarks());
        this.guardHistory = observed(GuardHistory.class, store.guardHistory());
        this.exportHistory = observed(ExportHistory.class, store.exportHistory());
    }

    private <P> P observed(Class<P> port, P real) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[]{port}, (proxy, method, arguments) -> {
                    observer.before(method.getName(), arguments);
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                }));
    }

    @Override
    public ConnectorSpace connectorSpace() {
        return connectorSpace;
    }

    @Override
    public Metaverse metaverse() {
        return metaverse;
    }

    @Override
    public RunHistory runHistory() {
        return runHistory;
    }

    @Override
    public Watermarks watermarks() {
        return watermarks;
    }

    @Override
    public GuardHistory guardHistory() {
        return guardHistory;
    }

    @Override
    public ExportHistory exportHistory() {
        return exportHistory;
    }

    @Override
    public RulesetVersions rulesetVersions() {
        return store.rulesetVersions();
    }

    @Override
    public void inTransaction(Runnable work) {
        observer.before("inTransaction", new Object[]{work});
        store.inTransaction(work);
    }

    @Override
    public void makeDurable() {
        observer.before("makeDurable", new Object[0]);
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
