package org.syncline.platform.engine.synchronization;

import java.util.List;
import org.syncline.dsl.ruleset.RuleLocation;
import org.syncline.platform.engine.run.Counter;
import org.syncline.platform.engine.run.FailedAccount;
import org.syncline.platform.engine.run.ObjectError.Concern;
import org.syncline.schema.identity.ConnectorSpaceObject;

/** What is said of provisioning: errors, each of one account, and lines of the trace. */
final class ProvisioningNotes {
    private final Synchronization synchronization;
    private final Page page;

    ProvisioningNotes(Synchronization synchronization, Page page) {
        this.synchronization = synchronization;
        this.page = page;
    }

    void fail(ProvisioningTask task, String code, String message, RuleLocation location) {
        FailedAccount failed = new FailedAccount(task.identity(), task.rules().connector());
        ConnectorSpaceObject account = task.account(page);
        ConnectorSpaceObject known = account == null ? firstLink(task) : account;
        String title = known == null ? "identity #" + task.identity() : known.title();
        String rule = task.provision() == null ? "provisioning" : task.provision().name();
        page.counters().count(Counter.OUTBOUND_FAILURE, failed.connector(), known == null ? 0 : known.id(), title);
        Concern concern = Concern.ofAccount(failed, account == null ? 0 : account.id(), title);
        page.fail(Errors.of(concern, code, message, rule, location, synchronization.now()));
        trace(task, code + ": " + message);
    }

    /** By which an administrator knows an identity without an account; null for a group that follows from attributes. */
    private ConnectorSpaceObject firstLink(ProvisioningTask task) {
        List<ConnectorSpaceObject> links = page.accounts(task.identity());
        return links.isEmpty() ? null : links.getFirst();
    }

    void trace(ProvisioningTask task, String text) {
        synchronization
                .trace()
                .note("provisioning", "identity #" + task.identity() + " in '" + task.rules().connector() + "'", text);
    }
}
