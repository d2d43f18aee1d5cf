package org.syncline.platform.engine.synchronization;

import java.util.List;
import java.util.Optional;
import org.syncline.dsl.ruleset.RuleLocation;
import org.syncline.platform.engine.run.Counter;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.MetaverseObject;
import org.syncline.schema.identity.ReferenceValue;

/** What is said of provisioning: errors, each of one account, and lines of the trace. */
final class ProvisioningNotes {
    private final Synchronization synchronization;
    private final Page page;

    ProvisioningNotes(Synchronization synchronization, Page page) {
        this.synchronization = synchronization;
        this.page = page;
    }

    void fail(ProvisioningTask task, String code, String message, RuleLocation location) {
        MetaverseObject identity = page.identity(task.identity());
        ConnectorSpaceObject concerned = concerned(identity);
        String rule = task.provision() == null ? "provisioning" : task.provision().name();
        page.counters().count(Counter.OUTBOUND_FAILURE, task.rules().connector(), concerned);
        page.fail(Errors.of(
                task.rules().connector(),
                concerned.id(),
                concerned.title(),
                code,
                message,
                rule,
                location,
                synchronization.now()));
        trace(task, code + ": " + message);
    }

    /** The object whose error it is: of the identity, or, for a group that follows from attributes, of its first member. */
    private ConnectorSpaceObject concerned(MetaverseObject identity) {
        List<ConnectorSpaceObject> accounts = page.accounts(identity.id());
        if (!accounts.isEmpty()) {
            return accounts.getFirst();
        }
        page.wakeLater(identity.id());
        return firstMember(identity)
                .orElseThrow(() -> new IllegalStateException("Identity #" + identity.id() + " has no link"));
    }

    private Optional<ConnectorSpaceObject> firstMember(MetaverseObject group) {
        Optional<Long> member = group.type().attributes().stream()
                .flatMap(attribute -> group.attributes().get(attribute.name()).asList().stream())
                .filter(ReferenceValue.class::isInstance)
                .map(value -> ((ReferenceValue) value).identity())
                .findFirst();
        page.loadIdentities(member.stream().toList());
        return member.flatMap(found -> page.accounts(found).stream().findFirst());
    }

    void trace(ProvisioningTask task, String text) {
        synchronization
                .trace()
                .note("provisioning", "identity #" + task.identity() + " in '" + task.rules().connector() + "'", text);
    }
}
