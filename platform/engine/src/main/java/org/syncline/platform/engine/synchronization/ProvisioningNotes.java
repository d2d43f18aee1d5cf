package org.syncline.platform.engine.synchronization;

import java.util.List;
import java.util.Objects;
import org.syncline.dsl.ruleset.ExtensionAnswer.Failure;
import org.syncline.dsl.ruleset.RuleLocation;
import org.syncline.platform.engine.run.Counter;
import org.syncline.platform.engine.run.FailedAccount;
import org.syncline.platform.engine.run.ObjectError.Concern;
import org.syncline.rules.provisioning.AccountDecision;
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
        fail(task, code, new Failure(
                task.provision() == null ? "provisioning" : task.provision().name(), location, message, null));
    }

    /** A program failed. */
    void fail(ProvisioningTask task, Failure failure) {
        fail(task, "provisioning-failed", failure);
    }

    private void fail(ProvisioningTask task, String code, Failure failure) {
        FailedAccount failed = new FailedAccount(task.identity(), task.rules().connector());
        ConnectorSpaceObject account = task.account(page);
        ConnectorSpaceObject known = account == null ? firstLink(task) : account;
        String title = known == null ? "identity #" + task.identity() : known.title();
        page.counters().count(Counter.OUTBOUND_FAILURE, failed.connector(), known == null ? 0 : known.id(), title);
        Concern concern = Concern.ofAccount(failed, account == null ? 0 : account.id(), title);
        page.fail(Errors.of(
                concern, code, failure.message(), failure.rule(), failure.location(), synchronization.now())
                .at(failure.stack()));
        trace(task, code + ": " + failure.message());
    }

    /** By which an administrator knows an identity without an account; null for a group that follows from attributes. */
    private ConnectorSpaceObject firstLink(ProvisioningTask task) {
        List<ConnectorSpaceObject> links = page.accounts(task.identity());
        return links.isEmpty() ? null : links.getFirst();
    }

    /** Notes which rule decided what becomes of an account that is there. */
    void act(ProvisioningTask task, AccountDecision decision) {
        long account = task.account(page).id();
        switch (decision) {
            case AccountDecision.Rename rename -> act(account, rename);
            case AccountDecision.Deprovision leaving -> {
                act(account, leaving.rule(), leaving.location());
                leaving.stages().forEach(stage -> act(account, leaving.rule(), stage));
                act(account, leaving.rule(), leaving.settings());
            }
            case AccountDecision.Reprovision anew -> task.rules().reprovisions().stream()
                    .filter(rule -> rule.name().equals(anew.rule()))
                    .forEach(rule -> act(account, rule.name(), rule.location()));
            case AccountDecision.Enable enable -> {
                if (enable.location() != null) {
                    act(account, enable.rule(), enable.location());
                }
                act(account, enable.rule(), enable.settings());
                if (enable.rename() != null) {
                    act(account, enable.rename());
                }
            }
            default -> {
                // No rule decided it.
            }
        }
    }

    private void act(long account, AccountDecision.Rename rename) {
        act(account, rename.rule().name(), rename.rule().location());
        act(account, rename.rule().name(), rename.settings());
    }

    private void act(long account, String rule, List<AccountDecision.Setting> settings) {
        settings.stream()
                .map(AccountDecision.Setting::location)
                .filter(Objects::nonNull)
                .forEach(location -> act(account, rule, location));
    }

    /** @param account its number; 0 if there is none */
    void act(long account, String rule, RuleLocation location) {
        synchronization.trace().act("provisioning", account, rule, location);
    }

    void trace(ProvisioningTask task, String text) {
        synchronization
                .trace()
                .note("provisioning", "identity #" + task.identity() + " in '" + task.rules().connector() + "'", text);
    }
}
