package org.syncline.rules.join;

import java.util.ArrayList;
import java.util.List;
import org.syncline.dsl.expression.Evaluation;
import org.syncline.dsl.expression.EvaluationException;
import org.syncline.dsl.expression.Expression;
import org.syncline.dsl.expression.Present;
import org.syncline.dsl.ruleset.JoinRules.Criterion;
import org.syncline.dsl.ruleset.JoinRules.Match;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.Value;

/** A connector-space object as join rules see it. */
final class JoinedObject {
    private final Attributes image;
    private final Evaluation evaluation;

    JoinedObject(ConnectorSpaceObject object, Attributes image, Present present) {
        this.image = image;
        this.evaluation = Evaluation.at(present).source(image).anchor(object.anchor());
    }

    /** Whether a condition holds; none always does. */
    boolean meets(Expression condition) {
        return condition == null || answered(condition.holds(evaluation), condition);
    }

    /** What each match of a criterion compares, null where that is not a single value. */
    List<String> keys(Criterion criterion) {
        List<String> keys = new ArrayList<>(criterion.matches().size());
        for (Match match : criterion.matches()) {
            keys.add(key(match));
        }
        return keys;
    }

    String keyOrNull(Match match) {
        try {
            return key(match);
        } catch (EvaluationException failure) {
            return null;
        }
    }

    private String key(Match match) {
        return content(match) instanceof Value value && !value.text().isEmpty() ? value.text() : null;
    }

    private Content content(Match match) {
        return match.attribute() != null && image.type().has(match.attribute())
                ? image.get(match.attribute())
                : answered(match.key().evaluate(evaluation), match.key());
    }

    private <T> T answered(T result, Expression expression) {
        if (evaluation.asked().isEmpty()) {
            return result;
        }
        evaluation.asked().clear();
        throw new EvaluationException("'" + expression.source()
                + "' asks about other objects, which a join rule cannot; let a flow bring the value instead");
    }
}
