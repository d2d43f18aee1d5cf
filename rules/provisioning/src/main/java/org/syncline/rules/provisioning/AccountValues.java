package org.syncline.rules.provisioning;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.syncline.dsl.ruleset.ProvisioningRules;
import org.syncline.rules.provisioning.AccountDecision.Setting;
import org.syncline.schema.identity.Absence;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.Conversion;
import org.syncline.schema.identity.ObjectType;
import org.syncline.schema.identity.ReferenceValue;
import org.syncline.schema.identity.TextValue;
import org.syncline.schema.identity.Value;

/**
 * Makes what rules result in fit the attributes of an account.
 *
 * @param hasNames whether the system names its objects by DN, and so their references
 */
record AccountValues(ObjectType type, boolean hasNames) {

    static AccountValues of(ConnectorSpaceObject account) {
        return new AccountValues(account.type(), account.dn() != null);
    }

    List<Setting> settings(List<ProvisioningRules.Set> sets, RuleEvaluation evaluation) {
        List<Setting> settings = new ArrayList<>(sets.size());
        for (ProvisioningRules.Set set : sets) {
            Content content = evaluation.holds(set.when()) ? evaluation.content(set.value()) : Absence.IGNORE_THIS_FLOW;
            if (content != Absence.IGNORE_THIS_FLOW) {
                settings.add(new Setting(set.to(), fit(set.to(), content, evaluation), set.merge(), set.location()));
            }
        }
        return settings;
    }

    Setting setting(String attribute, Content content, RuleEvaluation evaluation) {
        return new Setting(attribute, fit(attribute, content, evaluation));
    }

    Content fit(String attribute, Content content, RuleEvaluation evaluation) {
        AttributeDefinition definition = type.attribute(type.index(attribute));
        List<Value> values = new ArrayList<>(content.count());
        for (Value value : content.asList()) {
            values.add(fit(definition, value, evaluation));
        }
        if (values.size() > 1 && !definition.multiValued()) {
            throw evaluation.failed("type-mismatch",
                    "'" + attribute + "' holds one value, but the rule brings " + values.size()
                            + ". Choose one of them.");
        }
        return Content.of(values);
    }

    private Value fit(AttributeDefinition definition, Value value, RuleEvaluation evaluation) {
        Value fitting =
                definition.type() == AttributeType.REFERENCE ? reference(value) : plain(definition.type(), value);
        if (fitting == null) {
            throw evaluation.failed("type-mismatch",
                    "'" + definition.name() + "' holds values of type " + name(definition.type())
                            + ", which a value of type " + name(value.type()) + " cannot become here. "
                            + (value instanceof ReferenceValue
                                    ? "Let an export flow bring references to identities."
                                    : "Convert it in the rule."));
        }
        return fitting;
    }

    private Value reference(Value value) {
        return switch (value) {
            case ReferenceValue reference -> reference.form() == ReferenceValue.Form.IDENTITY ? null : reference;
            case TextValue text -> hasNames ? ReferenceValue.toDn(text.text()) : ReferenceValue.toKey(text.text());
            default -> null;
        };
    }

    private static Value plain(AttributeType type, Value value) {
        boolean isNumber =
                value instanceof ReferenceValue reference && reference.form() == ReferenceValue.Form.IDENTITY;
        return isNumber ? null : Conversion.to(type, value);
    }

    private static String name(AttributeType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }
}
