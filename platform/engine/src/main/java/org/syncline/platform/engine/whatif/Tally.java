package org.syncline.platform.engine.whatif;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.syncline.platform.engine.whatif.WhatIfReport.AttributeEffects;
import org.syncline.platform.engine.whatif.WhatIfReport.Effects;
import org.syncline.platform.engine.whatif.WhatIfReport.Example;
import org.syncline.platform.engine.whatif.WhatIfReport.Responsible;
import org.syncline.platform.engine.whatif.WhatIfReport.ValueChange;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.ReferenceValue;
import org.syncline.schema.identity.Value;

/** Counts what becomes of the objects of one type, and keeps a few of them as examples. */
final class Tally {
    private static final String MASK = "********";
    private static final int VALUES_SHOWN = 10;

    private final int most;
    private final Map<Effect, Long> counts = new EnumMap<>(Effect.class);
    private final Map<String, long[]> attributes = new LinkedHashMap<>();
    private final List<Example> examples = new ArrayList<>();
    private final Map<Effect, Integer> shown = new EnumMap<>(Effect.class);

    /** @param most examples of each effect */
    Tally(int most) {
        this.most = most;
    }

    /** @param title asked only of examples */
    void add(long number, Difference difference, Supplier<String> title) {
        difference.effects().forEach(effect -> counts.merge(effect, 1L, Long::sum));
        if (difference.effects().contains(Effect.CHANGED)) {
            difference.values().forEach(this::count);
        }
        if (difference.effects().stream().anyMatch(effect -> shown.getOrDefault(effect, 0) < most)) {
            difference.effects().forEach(effect -> shown.merge(effect, 1, Integer::sum));
            examples.add(new Example(number, title.get(), difference.effects(),
                    difference.values().stream().map(Tally::shown).toList()));
        }
    }

    private void count(Difference.ChangedValue value) {
        long[] numbers = attributes.computeIfAbsent(value.definition().name(), unused -> new long[3]);
        numbers[value.isSet() ? 0 : value.isCleared() ? 2 : 1]++;
    }

    private static ValueChange shown(Difference.ChangedValue value) {
        return new ValueChange(value.definition().name(), text(value.before(), value.after(), value.definition()),
                text(value.after(), value.before(), value.definition()));
    }

    /** Of several values, those that the other side has not. */
    private static String text(Content content, Content other, AttributeDefinition definition) {
        List<Value> values = content.isPresent() ? content.asList() : List.of();
        List<Value> there = other.isPresent() && values.size() > 1 ? other.asList() : List.of();
        List<Value> own = there.isEmpty() ? values : values.stream().filter(value -> !there.contains(value)).toList();
        String text = own.stream().limit(VALUES_SHOWN).map(value -> text(value, definition))
                .collect(Collectors.joining(", "));
        int more = own.size() - VALUES_SHOWN;
        int kept = values.size() - own.size();
        return text + (more > 0 ? " and " + more + " more" : "")
                + (kept > 0 ? (text.isEmpty() ? "" : " beside ") + kept + " that stay" : "");
    }

    private static String text(Value value, AttributeDefinition definition) {
        return definition.sensitive()
                ? MASK
                : value instanceof ReferenceValue reference && reference.form() == ReferenceValue.Form.IDENTITY
                        ? "identity #" + reference.identity()
                        : value.text();
    }

    /** Which rules an effect, or the values of an attribute, can come from. */
    record Sources(Function<Effect, List<Responsible>> ofEffect, Function<String, List<Responsible>> ofAttribute) {}

    Effects effects(String connector, String objectType, long total, Sources rules) {
        Map<Effect, List<Responsible>> responsible = new EnumMap<>(Effect.class);
        counts.keySet().forEach(effect -> responsible.put(effect, rules.ofEffect.apply(effect)));
        responsible.values().removeIf(List::isEmpty);
        List<AttributeEffects> ofAttributes = attributes.entrySet().stream()
                .map(entry -> new AttributeEffects(entry.getKey(), entry.getValue()[0], entry.getValue()[1],
                        entry.getValue()[2], rules.ofAttribute.apply(entry.getKey())))
                .sorted(Comparator.comparing(AttributeEffects::total).reversed()
                        .thenComparing(AttributeEffects::attribute))
                .toList();
        return new Effects(connector, objectType, total, counts, ofAttributes, responsible, List.copyOf(examples));
    }
}
