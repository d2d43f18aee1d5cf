package org.syncline.platform.engine.whatif;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.syncline.dsl.expression.Evaluation;
import org.syncline.dsl.expression.EvaluationException;
import org.syncline.dsl.expression.Expression;
import org.syncline.dsl.expression.Present;
import org.syncline.dsl.ruleset.ConnectedObjectType;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.dsl.ruleset.Ruleset;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;

/** Compares what objects of connected systems shall be, without the change and with it. */
final class Accounts {
    private final Ruleset rules;
    private final Present now;
    private final Pairing pairing;

    /** @param rules that are changed: they say what a disabled account looks like */
    Accounts(Ruleset rules, Present now, Pairing pairing) {
        this.rules = rules;
        this.now = now;
        this.pairing = pairing;
    }

    /**
     * What becomes of an object.
     *
     * @param before without the change; null if it is not there
     * @param after with the change; null if it is not there
     */
    Difference between(ConnectorSpaceObject before, ConnectorSpaceObject after) {
        Attributes was = wanted(before);
        Attributes is = wanted(after);
        List<Effect> effects = new ArrayList<>();
        List<Difference.ChangedValue> values = List.of();
        if (was == null && is != null) {
            effects.add(isThere(before) ? Effect.NOT_DELETED : Effect.ADDED);
            values = Difference.values(null, is, pairing::translated);
        } else if (was != null && is == null) {
            effects.add(isThere(before) ? Effect.DELETED : Effect.NOT_ADDED);
        } else if (was != null) {
            values = Difference.values(was, is, pairing::translated);
            addChanges(before, after, !values.isEmpty(), effects);
        }
        if (before != null && after != null && (was == null) == (is == null)) {
            addLink(pairing.after(before.link().identity()), after.link().identity(), effects);
        }
        return effects.isEmpty() ? Difference.NONE : new Difference(effects, values);
    }

    private static Attributes wanted(ConnectorSpaceObject object) {
        return object == null ? null : object.hologram().wanted();
    }

    /** Whether the system has it, whatever is pending. */
    private static boolean isThere(ConnectorSpaceObject object) {
        return object != null && object.hologram().exported() != null;
    }

    private void addChanges(
            ConnectorSpaceObject before, ConnectorSpaceObject after, boolean valuesDiffer, List<Effect> effects) {
        if (!Objects.equals(wanted(before).dn(), wanted(after).dn())) {
            effects.add(Effect.RENAMED);
        }
        if (valuesDiffer) {
            effects.add(Effect.CHANGED);
        }
        boolean was = isDisabled(before);
        if (was != isDisabled(after)) {
            effects.add(was ? Effect.ENABLED : Effect.DISABLED);
        }
    }

    /** What cannot be judged counts as disabled, as for guards. */
    private boolean isDisabled(ConnectorSpaceObject object) {
        ConnectorDefinition connector = rules.connectors().get(object.connector());
        Expression disabled = connector == null
                ? null
                : connector.objectType(object.type().name()).map(ConnectedObjectType::disabled).orElse(null);
        if (disabled == null) {
            return false;
        }
        try {
            return disabled.holds(Evaluation.at(now).source(current(object)).anchor(object.anchor()));
        } catch (EvaluationException unsure) {
            return true;
        }
    }

    /** In the type for which the condition was compiled. */
    private Attributes current(ConnectorSpaceObject object) {
        return rules.connectors().get(object.connector()).objectType(object.type().name())
                .map(type -> wanted(object).type().equals(type.type())
                        ? wanted(object)
                        : wanted(object).as(type.type()))
                .orElseThrow();
    }

    private static void addLink(long before, long after, List<Effect> effects) {
        if (before != after) {
            effects.add(before == 0 ? Effect.JOINED : after == 0 ? Effect.DISCONNECTED : Effect.REJOINED);
        }
    }
}
