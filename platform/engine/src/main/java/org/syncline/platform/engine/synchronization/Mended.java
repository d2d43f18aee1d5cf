package org.syncline.platform.engine.synchronization;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.syncline.platform.engine.port.RunHistory;
import org.syncline.platform.engine.run.FailedAccount;
import org.syncline.platform.engine.run.ObjectError.Origin;
import org.syncline.schema.identity.ConnectorSpaceObject;

/**
 * The objects and accounts whose errors a page mends.
 *
 * @param done everything was done for them
 * @param unsent nothing is to be sent or confirmed for them any more, so nothing of that can be wrong
 * @param accounts that nothing failed for
 */
record Mended(Set<Long> done, Set<Long> unsent, Set<FailedAccount> accounts) {
    static final Mended NOTHING = new Mended(Set.of(), Set.of(), Set.of());

    static Mended by(Page page, RunHistory history) {
        List<Long> concerned = page.concerned().stream().map(ConnectorSpaceObject::id).toList();
        Mended mended = new Mended(new TreeSet<>(), new TreeSet<>(), new HashSet<>());
        if (!concerned.isEmpty()) {
            history.withErrors(concerned).forEach(object -> mended.sort(object, page));
        }
        Set<Long> evaluated = page.evaluated();
        if (!evaluated.isEmpty()) {
            history.failedAccounts(evaluated).stream().filter(page::isInOrder).forEach(mended.accounts::add);
        }
        return mended;
    }

    private void sort(long object, Page page) {
        if (page.wasDone(object)) {
            done.add(object);
        }
        if (isUnsent(page.object(object))) {
            unsent.add(object);
        }
    }

    private static boolean isUnsent(ConnectorSpaceObject object) {
        return object.hologram().pendingExport().isNone() && object.hologram().unconfirmedExport().isNone();
    }

    boolean isEmpty() {
        return done.isEmpty() && unsent.isEmpty() && accounts.isEmpty();
    }

    void clear(RunHistory history) {
        clear(history, EnumSet.of(Origin.SYNCHRONIZATION), done);
        clear(history, EnumSet.of(Origin.STAGING, Origin.EXPORT), unsent);
        if (!accounts.isEmpty()) {
            history.clearAccounts(accounts);
        }
    }

    private static void clear(RunHistory history, Set<Origin> origins, Collection<Long> objects) {
        if (!objects.isEmpty()) {
            history.clear(origins, objects);
        }
    }
}
