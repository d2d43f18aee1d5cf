package org.syncline.platform.engine.operations;

import java.time.Clock;
import java.util.List;
import org.syncline.platform.engine.operations.Explanation.Statement;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.run.PinnedRules;
import org.syncline.schema.identity.MetaverseObject;
import org.syncline.schema.identity.ObjectType;

/** Explains why a value, a link, an account or an export is as it is. */
public final class Explaining {
    private final Store store;
    private final PinnedRules rules;
    private final Clock clock;

    public Explaining(Store store, PinnedRules rules, Clock clock) {
        this.store = store;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Explains an object, or one of its values.
     *
     * @param name as {@link Finding} takes it
     * @param attribute null for the object itself
     * @throws OperationRefused if there is no such object or attribute
     */
    public Explanation explain(String name, String attribute) {
        Reasons reasons = new Reasons(store, rules, clock.instant());
        return switch (new Finding(store, rules.ruleset()).find(name)) {
            case Found.Identity(var identity) when attribute == null ->
                    new IdentityReasons(reasons, identity).explain();
            case Found.Identity(var identity) ->
                    new ValueReasons(reasons, identity).explain(known(attribute, identity.type()));
            case Found.StagedObject(var object) when attribute == null ->
                    new ObjectReasons(reasons, object).explain();
            case Found.StagedObject(var object) ->
                    new ExportedValueReasons(reasons, object).explain(known(attribute, object.type()));
        };
    }

    /** Why an identity has no account in a connector, rule by rule; nothing where it has one, or no rule is about it. */
    public List<Statement> missingAccount(MetaverseObject identity, String connector) {
        return new IdentityReasons(new Reasons(store, rules, clock.instant()), identity).missing(connector);
    }

    private static String known(String attribute, ObjectType type) {
        if (!type.has(attribute)) {
            List<String> names = type.attributes().stream().map(one -> one.name()).toList();
            throw new OperationRefused("Objects of type '" + type.name() + "' have no attribute '" + attribute
                    + "'; there are " + String.join(", ", names));
        }
        return attribute;
    }
}
