package org.syncline.platform.engine.synchronization;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.syncline.platform.engine.port.ConnectorSpace.AccountName;
import org.syncline.platform.engine.port.Keys;
import org.syncline.schema.identity.ContentHash;

/** The names of the drafts that a page makes: none is one that somebody has. */
final class DraftNames {
    private final Synchronization synchronization;
    private final Page page;
    private final ProvisioningNotes notes;
    private final Map<ContentHash, Long> taken = new HashMap<>();

    DraftNames(Synchronization synchronization, Page page, ProvisioningNotes notes) {
        this.synchronization = synchronization;
        this.page = page;
        this.notes = notes;
    }

    /** Takes back what would be created under a name that is taken. */
    void dropTaken(List<ProvisioningTask> created) {
        Map<ContentHash, ProvisioningTask> names = new HashMap<>();
        for (ProvisioningTask task : created) {
            String dn = task.account(page).dn();
            if (dn != null) {
                ContentHash key = Keys.dn(task.rules().connector(), dn);
                if (taken.putIfAbsent(key, task.identity()) != null) {
                    drop(task, dn);
                } else {
                    names.put(key, task);
                }
            }
        }
        if (names.isEmpty()) {
            return;
        }
        synchronization.store().connectorSpace().findNames(names.keySet()).forEach((key, holders) -> {
            List<AccountName> holding = holders.stream().filter(this::stillHoldsItsName).toList();
            if (!holding.isEmpty() && holding.stream().allMatch(AccountName::gone)) {
                waitForDeletion(names.get(key));
            } else if (!holding.isEmpty()) {
                drop(names.get(key), names.get(key).account(page).dn());
            }
        });
    }

    /** Who has the name is being deleted: it is free once that is confirmed. */
    private void waitForDeletion(ProvisioningTask task) {
        notes.trace(task,
                "An account that is being deleted has the name; creation waits until the deletion is confirmed.");
        page.remove(task.account(page));
        page.evaluations().wakeLater(task.identity());
    }

    private boolean stillHoldsItsName(AccountName holder) {
        return page.object(holder.id()) != null || !page.holds(holder.id());
    }

    private void drop(ProvisioningTask task, String dn) {
        page.remove(task.account(page));
        notes.fail(
                task,
                "dn-in-use",
                "'" + dn + "' exists in '" + task.rules().connector()
                        + "' already and no join rule adopts it. Add a join rule, or give the new account another name.",
                task.provision().location());
    }
}
