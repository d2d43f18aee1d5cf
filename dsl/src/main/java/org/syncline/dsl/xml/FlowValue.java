package org.syncline.dsl.xml;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.glassfish.jaxb.core.Locatable;
import org.syncline.dsl.expression.Expression;
import org.syncline.dsl.expression.Scope;
import org.syncline.dsl.xml.binding.ExpressionText;
import org.syncline.dsl.xml.binding.When;
import org.syncline.schema.identity.AttributeDefinition;

/**
 * Where an element has its value from: an attribute, a constant, its text, or a {@code <value>} in it. There must be one.
 *
 * @param from the attribute named by {@code from}; null for none
 * @param constant the text given by {@code value}; null for none
 */
record FlowValue(Locatable element, String from, String constant, MixedContent content) {

    static FlowValue of(Locatable element, String from, String constant, List<Serializable> content) {
        return new FlowValue(element, from, constant, MixedContent.of(content));
    }

    /** One that cannot name an attribute. */
    static FlowValue of(Locatable element, String constant, List<Serializable> content) {
        return of(element, null, constant, content);
    }

    /** The condition beside the value; null for none. */
    When when() {
        return content.first(When.class).orElse(null);
    }

    /** Whether there is exactly one value; says so if there isn't. */
    boolean isOne(SourceFile file) {
        List<String> given = given();
        if (content.hasText() && !content.elements().isEmpty()) {
            file.problem(element, file.tagName(element) + " holds text beside elements",
                    "beside a condition, an expression stands in <value>");
            return false;
        }
        if (given.size() != 1) {
            file.problem(element,
                    file.tagName(element) + (given.isEmpty()
                            ? " has no value"
                            : " has more than one value: " + Spelling.list(given)),
                    given.isEmpty() ? "write an expression in it, or value=\"...\"" : "leave one");
        }
        return given.size() == 1;
    }

    private List<String> given() {
        List<String> given = new ArrayList<>();
        if (from != null) {
            given.add("from");
        }
        if (constant != null) {
            given.add("value");
        }
        if (content.hasText()) {
            given.add("an expression");
        }
        content.elements().stream().filter(part -> !(part instanceof When)).findFirst()
                .ifPresent(part -> given.add("an element"));
        return given;
    }

    /**
     * The value compiled; null if there isn't exactly one, or it doesn't compile.
     *
     * @param target the attribute it is for; empty if it isn't known
     */
    Expression compile(RuleFile rules, Scope names, Optional<AttributeDefinition> target) {
        if (!isOne(rules.source())) {
            return null;
        }
        if (from != null) {
            return rules.expressions().attribute(element, "from", from, names);
        }
        if (constant != null) {
            return rules.expressions().constant(
                    element, "value", constant, target.map(AttributeDefinition::type).orElse(null), names);
        }
        Locatable text = content.first(ExpressionText.class).map(Locatable.class::cast).orElse(element);
        return rules.expressions().text(text, names);
    }
}
