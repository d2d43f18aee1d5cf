package org.syncline.rules.attributeflow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.syncline.dsl.expression.Expression;
import org.syncline.dsl.expression.ExpressionCompiler;
import org.syncline.dsl.expression.ExpressionException;
import org.syncline.dsl.expression.Scope;
import org.syncline.dsl.ruleset.AttributeFlows;
import org.syncline.dsl.ruleset.RuleLocation;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.Conversion;
import org.syncline.schema.identity.Hologram;
import org.syncline.schema.identity.IntegerValue;
import org.syncline.schema.identity.Lineage;
import org.syncline.schema.identity.Link;
import org.syncline.schema.identity.Link.Origin;
import org.syncline.schema.identity.MetaverseObject;
import org.syncline.schema.identity.ObjectType;
import org.syncline.schema.identity.ReferenceValue;
import org.syncline.schema.identity.TextValue;
import org.syncline.schema.identity.Value;

/** Objects of two systems, a person they are joined to, and texts for their values. */
final class Given {
    static final Instant EARLIER = Instant.parse("2026-02-01T08:00:00Z");
    static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");
    static final RuleLocation HERE = new RuleLocation("rules/attribute-flow/hr.xml", 3, 5);

    /** The type of the objects of both systems. */
    static final ObjectType ACCOUNT = ObjectType.ofConnectorSpace(
            "account",
            AttributeDefinition.single("uid", AttributeType.STRING),
            AttributeDefinition.single("name", AttributeType.STRING),
            AttributeDefinition.single("mail", AttributeType.STRING),
            AttributeDefinition.single("status", AttributeType.STRING),
            AttributeDefinition.multi("proxies", AttributeType.STRING),
            AttributeDefinition.single("manager", AttributeType.REFERENCE),
            AttributeDefinition.multi("member", AttributeType.REFERENCE),
            AttributeDefinition.single("control", AttributeType.INTEGER),
            AttributeDefinition.single("password", AttributeType.STRING));
    static final ObjectType PERSON = ObjectType.ofMetaverse(
            "person",
            AttributeDefinition.single("uid", AttributeType.STRING),
            AttributeDefinition.single("name", AttributeType.STRING),
            AttributeDefinition.single("mail", AttributeType.STRING),
            AttributeDefinition.single("status", AttributeType.STRING),
            AttributeDefinition.multi("proxies", AttributeType.STRING),
            AttributeDefinition.single("manager", AttributeType.REFERENCE),
            AttributeDefinition.multi("member", AttributeType.REFERENCE),
            AttributeDefinition.single("number", AttributeType.INTEGER),
            AttributeDefinition.single("active", AttributeType.BOOLEAN),
            AttributeDefinition.single("hired", AttributeType.DATE));

    private Given() {}

    /** Values by attribute; several are separated by {@code ;}. References are keys, of identities in the metaverse. */
    static Attributes values(ObjectType type, String... namesAndValues) {
        Attributes.Builder builder = Attributes.builder(type);
        for (int at = 0; at < namesAndValues.length; at += 2) {
            AttributeDefinition attribute = type.attribute(type.index(namesAndValues[at]));
            builder.set(attribute.name(), content(type, attribute, namesAndValues[at + 1]));
        }
        return builder.build();
    }

    private static Content content(ObjectType type, AttributeDefinition attribute, String text) {
        List<Value> values = new ArrayList<>();
        for (String part : text.isEmpty() ? new String[0] : text.split(";")) {
            values.add(attribute.type() != AttributeType.REFERENCE
                    ? Conversion.to(attribute.type(), new TextValue(part))
                    : type == PERSON ? ReferenceValue.toIdentity(Long.parseLong(part)) : ReferenceValue.toKey(part));
        }
        return Content.of(values);
    }

    /** An object that was synchronized, joined to the person 70. */
    static ConnectorSpaceObject object(long id, String connector, String... namesAndValues) {
        return ConnectorSpaceObject.unseen(id, connector, new Anchor("a" + id), ACCOUNT)
                .with(Hologram.unseen(ACCOUNT).stage(values(ACCOUNT, namesAndValues)).synchronize())
                .with(Link.joined(70, Origin.JOIN));
    }

    /** An account that is still to be created. */
    static ConnectorSpaceObject draft(long id, String connector, String... namesAndValues) {
        return ConnectorSpaceObject.unseen(id, connector, null, ACCOUNT)
                .withDraft(values(ACCOUNT, namesAndValues))
                .with(Link.joined(70, Origin.PROVISIONING));
    }

    static MetaverseObject nobody() {
        return MetaverseObject.projected(70, PERSON);
    }

    /** The person 70, whose every value this contributor brought by the direct flow of the attribute. */
    static MetaverseObject person(long contributor, String... namesAndValues) {
        Attributes attributes = values(PERSON, namesAndValues);
        List<List<Lineage>> lineage = new ArrayList<>();
        for (int index = 0; index < PERSON.size(); index++) {
            Lineage origin = new Lineage(contributor, PERSON.attribute(index).name(), 1, EARLIER);
            lineage.add(attributes.get(index).asList().stream().map(value -> origin).toList());
        }
        return nobody().with(attributes, lineage);
    }

    static Expression expression(String text, ObjectType source, ObjectType target) {
        try {
            return ExpressionCompiler.compile(text, Scope.of(source, Map.of()).withTarget(target));
        } catch (ExpressionException mistake) {
            throw new AssertionError(mistake.getMessage(), mistake);
        }
    }

    static AttributeFlows imports(String connector, Flow... flows) {
        return flows(connector, null, flows);
    }

    static AttributeFlows flows(String connector, String scope, Flow... flows) {
        return new AttributeFlows(
                connector, "account", "person", scope == null ? null : expression(scope, ACCOUNT, null),
                Arrays.stream(flows).filter(flow -> !flow.exports()).map(Flow::asImport).toList(),
                Arrays.stream(flows).filter(Flow::exports).map(Flow::asExport).toList(), HERE);
    }

    static Value text(String text) {
        return new TextValue(text);
    }

    static Value number(long number) {
        return new IntegerValue(number);
    }
}
