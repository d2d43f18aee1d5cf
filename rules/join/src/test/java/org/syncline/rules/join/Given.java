package org.syncline.rules.join;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.syncline.dsl.expression.Expression;
import org.syncline.dsl.expression.ExpressionCompiler;
import org.syncline.dsl.expression.ExpressionException;
import org.syncline.dsl.expression.Scope;
import org.syncline.dsl.ruleset.JoinRules;
import org.syncline.dsl.ruleset.JoinRules.Criterion;
import org.syncline.dsl.ruleset.JoinRules.Match;
import org.syncline.dsl.ruleset.JoinRules.OnAmbiguous;
import org.syncline.dsl.ruleset.JoinRules.Projection;
import org.syncline.dsl.ruleset.RuleLocation;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.Hologram;
import org.syncline.schema.identity.Link;
import org.syncline.schema.identity.MetaverseObject;
import org.syncline.schema.identity.ObjectType;
import org.syncline.schema.identity.TextValue;

/** Employees, persons and join rules for tests. */
final class Given {
    static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    static final RuleLocation HERE = new RuleLocation("rules/join/hr.xml", 3, 5);
    static final ObjectType EMPLOYEE = ObjectType.ofConnectorSpace(
            "employee",
            AttributeDefinition.single("key", AttributeType.STRING),
            AttributeDefinition.single("mail", AttributeType.STRING),
            AttributeDefinition.multi("phone", AttributeType.STRING),
            AttributeDefinition.single("status", AttributeType.STRING),
            AttributeDefinition.single("hired", AttributeType.STRING));
    static final ObjectType PERSON = ObjectType.ofMetaverse(
            "person",
            AttributeDefinition.single("employeeId", AttributeType.STRING),
            AttributeDefinition.single("mail", AttributeType.STRING),
            AttributeDefinition.multi("phones", AttributeType.STRING),
            AttributeDefinition.single("manager", AttributeType.REFERENCE));

    private Given() {}

    static Attributes values(ObjectType type, String... namesAndValues) {
        Attributes.Builder builder = Attributes.builder(type);
        for (int at = 0; at < namesAndValues.length; at += 2) {
            builder.set(namesAndValues[at], Content.of(Arrays.stream(namesAndValues[at + 1].split(";"))
                    .map(TextValue::new)
                    .toList()));
        }
        return builder.build();
    }

    static ConnectorSpaceObject employee(long id, String... namesAndValues) {
        return ConnectorSpaceObject.unseen(id, "hr", new Anchor("a" + id), EMPLOYEE)
                .with(Hologram.unseen(EMPLOYEE).stage(values(EMPLOYEE, namesAndValues)));
    }

    static ConnectorSpaceObject linked(ConnectorSpaceObject object, Link link) {
        return object.with(link);
    }

    static MetaverseObject person(long id, String... namesAndValues) {
        MetaverseObject projected = MetaverseObject.projected(id, PERSON);
        return projected.with(values(PERSON, namesAndValues), projected.lineage());
    }

    static Expression expression(String text) {
        try {
            return ExpressionCompiler.compile(text, Scope.of(EMPLOYEE, Map.of()));
        } catch (ExpressionException mistake) {
            throw new AssertionError(mistake.getMessage(), mistake);
        }
    }

    static Match match(String attribute, String with) {
        return new Match(attribute, null, with, false);
    }

    static Match computed(String key, String with) {
        return new Match(null, expression(key), with, true);
    }

    static Criterion criterion(String name, Match... matches) {
        return new Criterion(name, List.of(matches), null, OnAmbiguous.HOLD, false, HERE);
    }

    static Criterion next(Criterion criterion) {
        return new Criterion(criterion.name(), criterion.matches(), criterion.when(), OnAmbiguous.NEXT,
                criterion.many(), HERE);
    }

    static Criterion many(Criterion criterion) {
        return new Criterion(criterion.name(), criterion.matches(), criterion.when(), criterion.onAmbiguous(), true,
                HERE);
    }

    static Criterion when(Criterion criterion, String condition) {
        return new Criterion(
                criterion.name(), criterion.matches(), expression(condition), criterion.onAmbiguous(), criterion.many(),
                HERE);
    }

    static JoinRules rules(Criterion... criteria) {
        return new JoinRules("hr", "employee", "person", null, List.of(criteria), List.of(), HERE);
    }

    static JoinRules projecting(JoinRules rules, String condition) {
        Projection projection = new Projection("new people", condition == null ? null : expression(condition), HERE);
        return new JoinRules("hr", "employee", "person", rules.scope(), rules.criteria(), List.of(projection),
                HERE);
    }

    static JoinRules scoped(JoinRules rules, String condition) {
        return new JoinRules("hr", "employee", "person", expression(condition), rules.criteria(), rules.projections(),
                HERE);
    }
}
