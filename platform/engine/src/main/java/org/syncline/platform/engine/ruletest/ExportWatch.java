package org.syncline.platform.engine.ruletest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.syncline.dsl.expression.Evaluation;
import org.syncline.dsl.expression.EvaluationException;
import org.syncline.dsl.expression.Expression;
import org.syncline.dsl.expression.Present;
import org.syncline.dsl.ruleset.ConnectedObjectType;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.dsl.ruleset.Ruleset;
import org.syncline.platform.engine.port.Store;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Delta;

/** Sees what a step exports before it is sent, and which accounts it lets go. */
final class ExportWatch {
    private final Store store;
    private final Ruleset ruleset;
    private final Map<Long, Noted> noted = new LinkedHashMap<>();
    private final Set<Long> joinedBefore = new HashSet<>();

    /** Begins before anything of the step is run. */
    ExportWatch(Store store, Ruleset ruleset) {
        this.store = store;
        this.ruleset = ruleset;
        accounts().stream()
                .filter(account -> account.link().isJoined())
                .forEach(account -> joinedBefore.add(account.id()));
    }

    /** An account before the first of its exports, and after the last. */
    private record Noted(ConnectorSpaceObject account, Attributes before, Attributes after) {}

    private List<ConnectorSpaceObject> accounts() {
        return ruleset.connectors().values().stream()
                .filter(connector -> !connector.readOnly())
                .flatMap(connector -> store.connectorSpace().loadAll(connector.name(), 0, Integer.MAX_VALUE).stream())
                .toList();
    }

    /** Notes what is about to be sent to a connector. */
    void beforeExport(String connector) {
        accounts().stream()
                .filter(account -> account.connector().equals(connector) && isSent(account))
                .forEach(this::note);
    }

    private boolean isSent(ConnectorSpaceObject account) {
        Delta.Kind kind = account.hologram().pendingExport().kind();
        return kind != Delta.Kind.NONE && objectType(account).allow().allows(kind);
    }

    private ConnectedObjectType objectType(ConnectorSpaceObject account) {
        ConnectorDefinition connector = ruleset.connectors().get(account.connector());
        return connector.objectType(account.type().name()).orElseThrow();
    }

    private void note(ConnectorSpaceObject account) {
        Noted earlier = noted.get(account.id());
        Attributes before = earlier == null ? account.hologram().exported() : earlier.before();
        Attributes present = earlier == null ? before : earlier.after();
        noted.put(account.id(), new Noted(
                account, before, account.hologram().pendingExport().applyTo(present, account.type())));
    }

    /** What became of each account; asked when the step is over. */
    List<AccountChange> changes(Present now) {
        Map<Long, ConnectorSpaceObject> released = new LinkedHashMap<>();
        accounts().stream().filter(this::isReleased).forEach(account -> released.put(account.id(), account));
        List<AccountChange> changes = new ArrayList<>();
        noted.forEach((id, change) -> changes.add(change(change, released.remove(id) != null, now)));
        released.values().forEach(account -> changes.add(change(
                new Noted(account, account.hologram().exported(), account.hologram().exported()), true, now)));
        return changes;
    }

    private boolean isReleased(ConnectorSpaceObject account) {
        return joinedBefore.contains(account.id()) && !account.link().isJoined()
                && account.hologram().wanted() != null;
    }

    private AccountChange change(Noted change, boolean isDisconnected, Present now) {
        ConnectorSpaceObject account = change.account();
        boolean isDisabled = isDisabled(account, change.after(), now) && !isDisabled(account, change.before(), now);
        return new AccountChange(
                account.id(), account.connector(), account.title(), account.type(), change.before(), change.after(),
                isDisabled, isDisconnected);
    }

    private boolean isDisabled(ConnectorSpaceObject account, Attributes image, Present now) {
        Expression disabled = objectType(account).disabled();
        return disabled != null && image != null && holds(disabled, image, account.anchor(), now);
    }

    /** What cannot be judged is not disabled. */
    private static boolean holds(Expression condition, Attributes image, Anchor anchor, Present now) {
        try {
            return condition.holds(Evaluation.at(now).source(image).anchor(anchor));
        } catch (EvaluationException unsure) {
            return false;
        }
    }
}
