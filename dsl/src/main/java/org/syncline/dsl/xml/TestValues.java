package org.syncline.dsl.xml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.glassfish.jaxb.core.Locatable;
import org.syncline.dsl.ruleset.RuleTest.ExpectedValues;
import org.syncline.dsl.xml.binding.AbsentValue;
import org.syncline.dsl.xml.binding.NamedValue;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.Conversion;
import org.syncline.schema.identity.ObjectType;
import org.syncline.schema.identity.TextValue;

/** Reads the values of given and expected objects; reports those that their attributes cannot hold. */
final class TestValues {
    private final SourceFile file;
    private final NameLookup lookup;

    TestValues(SourceFile file, NameLookup lookup) {
        this.file = file;
        this.lookup = lookup;
    }

    /** @param type null if it isn't known, so that nothing can be said of the values */
    ExpectedValues expected(List<Object> parts, ObjectType type) {
        List<NamedValue> values = Parts.all(parts, NamedValue.class);
        check(values, type);
        Map<String, List<String>> present = new LinkedHashMap<>();
        values.forEach(value -> present.computeIfAbsent(value.getName(), unused -> new ArrayList<>())
                .add(value.getValue()));
        Map<String, List<String>> absent = new LinkedHashMap<>();
        for (AbsentValue value : Parts.all(parts, AbsentValue.class)) {
            List<String> texts = absent.computeIfAbsent(value.getName(), unused -> new ArrayList<>());
            boolean isAny = value.getValue().isEmpty();
            lookup.attribute(value, "name", type, value.getName())
                    .ifPresent(attribute -> check(value, attribute, isAny ? null : value.getValue()));
            if (isAny && present.containsKey(value.getName())) {
                file.problem(value, value.getName() + " cannot have a value and none", "leave one of them");
            }
            if (!isAny) {
                texts.add(value.getValue());
            }
        }
        return new ExpectedValues(present, absent);
    }

    void check(List<NamedValue> values, ObjectType type) {
        Set<String> seen = new HashSet<>();
        for (NamedValue value : values) {
            lookup.attribute(value, "name", type, value.getName()).ifPresent(attribute -> {
                if (!seen.add(attribute.name()) && !attribute.multiValued()) {
                    file.problem(value, attribute.name() + " holds one value only", "leave one of them");
                }
                check(value, attribute, value.getValue());
            });
        }
    }

    /** @param text null for none */
    private void check(Locatable element, AttributeDefinition attribute, String text) {
        boolean isReadAsItStands = attribute.type() == AttributeType.REFERENCE
                || attribute.type() == AttributeType.BINARY;
        if (text != null && !isReadAsItStands && Conversion.to(attribute.type(), new TextValue(text)) == null) {
            file.problem(element, attribute.name() + " is " + Literal.what(attribute.type()) + ", but '" + text
                    + "' is none", null);
        }
    }
}
