package org.syncline.platform.engine.story;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.syncline.platform.engine.port.ConnectorSpace;
import org.syncline.platform.engine.port.ExportHistory;
import org.syncline.platform.engine.port.GuardHistory;
import org.syncline.platform.engine.port.Metaverse;
import org.syncline.platform.engine.port.RunHistory;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.port.StoreStatistics;
import org.syncline.platform.engine.port.Watermarks;

/** A store whose calls are seen before they are made. */
public final class ObservedStore implements Store {

    /** Sees a call; may throw instead of letting it happen. */
    public interface Observer {
        void before(String method, Object[] arguments);
    }

    private final Store store;
    private final Observer observer;

    public ObservedStore(Store store, Observer observer) {
        this.store = store;
        this.observer = observer;
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
        return observed(ConnectorSpace.class, store.connectorSpace());
    }

    @Override
    public Metaverse metaverse() {
        return observed(Metaverse.class, store.metaverse());
    }

    @Override
    public RunHistory runHistory() {
        return observed(RunHistory.class, store.runHistory());
    }

    @Override
    public Watermarks watermarks() {
        return observed(Watermarks.class, store.watermarks());
    }

    @Override
    public GuardHistory guardHistory() {
        return observed(GuardHistory.class, store.guardHistory());
    }

    @Override
    public ExportHistory exportHistory() {
        return observed(ExportHistory.class, store.exportHistory());
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
