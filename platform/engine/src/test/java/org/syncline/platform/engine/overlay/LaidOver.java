package org.syncline.platform.engine.overlay;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.syncline.platform.engine.memory.MemoryStore;
import org.syncline.platform.engine.port.ConnectorSpace;
import org.syncline.platform.engine.port.ConnectorSpaceChange;
import org.syncline.platform.engine.port.ExportHistory;
import org.syncline.platform.engine.port.GuardHistory;
import org.syncline.platform.engine.port.Metaverse;
import org.syncline.platform.engine.port.Metaverse.MetaverseChange;
import org.syncline.platform.engine.port.RulesetVersions;
import org.syncline.platform.engine.port.RunHistory;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.port.StoreStatistics;
import org.syncline.platform.engine.port.TypeSource;
import org.syncline.platform.engine.port.Watermarks;

/** An overlay, and what is below it: whatever is new goes below, and what becomes of it above. */
final class LaidOver implements Store {
    private static final Set<String> ONCE = Set.of("wakeAt", "markForEvaluation");

    private final Store below;
    private final OverlayStore overlay;
    private final ConnectorSpace connectorSpace;
    private final Metaverse metaverse;

    LaidOver(TypeSource types) {
        this.below = new MemoryStore(types);
        this.overlay = new OverlayStore(below, new MemoryStore(types), types, List.of());
        this.connectorSpace =
                sorted(ConnectorSpace.class, below.connectorSpace(), overlay.connectorSpace());
        this.metaverse = sorted(Metaverse.class, below.metaverse(), overlay.metaverse());
    }

    private static <P> P sorted(Class<P> port, P below, P overlay) {
        Set<String> called = new HashSet<>();
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[]{port},
                (proxy, method, arguments) -> {
                    String name = method.getName();
                    boolean isNew = name.equals("reserveIds")
                            || name.equals("write") && ((Collection<?>) arguments[0]).stream().allMatch(LaidOver::isNew)
                            || ONCE.contains(name) && called.add(name);
                    try {
                        return method.invoke(isNew ? below : overlay, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                }));
    }

    private static boolean isNew(Object change) {
        return change instanceof ConnectorSpaceChange object
                ? object.before() == null
                : ((MetaverseChange) change).before() == null;
    }

    /** What is below. */
    Store below() {
        return below;
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
        return overlay.runHistory();
    }

    @Override
    public RulesetVersions rulesetVersions() {
        return overlay.rulesetVersions();
    }

    @Override
    public Watermarks watermarks() {
        return overlay.watermarks();
    }

    @Override
    public GuardHistory guardHistory() {
        return overlay.guardHistory();
    }

    @Override
    public ExportHistory exportHistory() {
        return overlay.exportHistory();
    }

    @Override
    public void inTransaction(Runnable work) {
        overlay.inTransaction(work);
    }

    @Override
    public void makeDurable() {
        overlay.makeDurable();
    }

    @Override
    public StoreStatistics statistics() {
        return overlay.statistics();
    }

    @Override
    public void close() {
        overlay.close();
    }
}
