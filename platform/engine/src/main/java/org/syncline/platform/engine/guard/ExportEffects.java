package org.syncline.platform.engine.guard;

import java.util.HashSet;
import java.util.Set;
import org.syncline.dsl.expression.Evaluation;
import org.syncline.dsl.expression.EvaluationException;
import org.syncline.dsl.expression.Expression;
import org.syncline.dsl.expression.Present;
import org.syncline.dsl.ruleset.ConnectedObjectType;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.platform.engine.port.GuardHistory.Affected;
import org.syncline.platform.engine.port.GuardHistory.ChangeKind;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Delta;

/** What sending the pending export of an object would do, as guards count it. */
public final class ExportEffects {
    private final ConnectorDefinition connector;
    private final Present now;

    public ExportEffects(ConnectorDefinition connector, Present now) {
        this.connector = connector;
        this.now = now;
    }

    public Set<Affected> of(ConnectorSpaceObject object) {
        String type = object.type().name();
        return switch (object.hologram().pendingExport().kind()) {
            case NONE -> Set.of();
            case ADD -> Set.of(Affected.of(type, ChangeKind.ADD));
            case DELETE -> Set.of(Affected.of(type, ChangeKind.DELETE));
            case UPDATE -> ofUpdate(object, type);
        };
    }

    private Set<Affected> ofUpdate(ConnectorSpaceObject object, String type) {
        Set<Affected> effects = new HashSet<>();
        effects.add(Affected.of(type, ChangeKind.UPDATE));
        Attributes wanted = object.hologram().wanted();
        for (Delta.AttributeChange change : object.hologram().pendingExport().changes()) {
            if (!wanted.get(change.attribute()).isPresent()) {
                effects.add(new Affected(type, ChangeKind.CLEAR, object.type().attribute(change.attribute()).name()));
            }
        }
        if (isBeingDisabled(object)) {
            effects.add(Affected.of(type, ChangeKind.DISABLE));
        }
        return effects;
    }

    /** What cannot be judged counts: a guard that is unsure holds. */
    private boolean isBeingDisabled(ConnectorSpaceObject object) {
        Expression disabled = connector
                .objectType(object.type().name())
                .map(ConnectedObjectType::disabled)
                .orElse(null);
        if (disabled == null) {
            return false;
        }
        try {
            return holds(disabled, object, object.hologram().wanted())
                    && !holds(disabled, object, object.hologram().exported());
        } catch (EvaluationException unsure) {
            return true;
        }
    }

    private boolean holds(Expression condition, ConnectorSpaceObject object, Attributes view) {
        return condition.holds(Evaluation.at(now).source(view).anchor(object.anchor()));
    }
}
