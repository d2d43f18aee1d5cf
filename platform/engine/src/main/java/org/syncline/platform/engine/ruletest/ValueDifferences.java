package org.syncline.platform.engine.ruletest;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import org.syncline.dsl.ruleset.RuleTest.ExpectedValues;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.Content;

/**
 * Compares the values of something with those expected of it.
 *
 * @param image what it holds
 * @param isChanged whether an attribute has these values only now
 * @param rule that made the values of an attribute; null if none is known
 */
record ValueDifferences(WrittenValues values, Attributes image, IntPredicate isChanged, IntFunction<String> rule) {

    List<Difference> from(ExpectedValues expected) {
        List<Difference> differences = new ArrayList<>();
        expected.present().forEach((name, texts) -> addPresent(name, texts, differences));
        expected.absent().forEach((name, texts) -> addAbsent(name, texts, differences));
        return differences;
    }

    private void addPresent(String name, List<String> texts, List<Difference> differences) {
        int index = image.type().index(name);
        AttributeDefinition attribute = image.type().attribute(index);
        Content content = image.get(index);
        boolean holds = texts.stream().allMatch(text -> values.holds(content, attribute, text));
        if (!holds) {
            differences.add(difference(index, WrittenValues.text(texts, attribute), values.text(content, attribute)));
        } else if (!isChanged.test(index)) {
            differences.add(difference(
                    index, WrittenValues.text(texts, attribute), "held already, and not changed in this step"));
        }
    }

    private void addAbsent(String name, List<String> texts, List<Difference> differences) {
        int index = image.type().index(name);
        AttributeDefinition attribute = image.type().attribute(index);
        Content content = image.get(index);
        boolean isThere = texts.isEmpty()
                ? content.isPresent()
                : texts.stream().anyMatch(text -> values.holds(content, attribute, text));
        if (isThere) {
            String expected = texts.isEmpty() ? "(nothing)" : "not " + WrittenValues.text(texts, attribute);
            differences.add(difference(index, expected, values.text(content, attribute)));
        }
    }

    /** Everything that it holds, where nothing was expected. */
    List<Difference> all() {
        List<Difference> all = new ArrayList<>();
        for (int index = 0; index < image.type().size(); index++) {
            if (image.get(index).isPresent() && isChanged.test(index)) {
                all.add(difference(index, null, values.text(image.get(index), image.type().attribute(index))));
            }
        }
        return all;
    }

    private Difference difference(int index, String expected, String actual) {
        String attribute = image.type().attribute(index).name();
        return new Difference(attribute, expected, actual, image.get(index).isPresent() ? rule.apply(index) : null);
    }
}
