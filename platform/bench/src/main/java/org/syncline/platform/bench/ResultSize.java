package org.syncline.platform.bench;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.syncline.dsl.expression.Evaluation;
import org.syncline.dsl.expression.Expression;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.IntegerValue;
import org.syncline.schema.identity.TextValue;

/** The bytes of results on the heap of a 64-bit JVM with compressed pointers: what there was before they were made does not count. */
final class ResultSize {
    private static final int HEADER = 12;
    private static final int ARRAY_HEADER = 16;
    private static final int POINTER = 4;
    private static final int STRING = aligned(HEADER + POINTER + Integer.BYTES + 2);
    private static final int TEXT_VALUE = aligned(HEADER + POINTER);
    private static final int INTEGER_VALUE = aligned(HEADER + POINTER + Long.BYTES);

    private final Map<Expression, Integer> onTheWay = Flows.ON_THE_WAY.entrySet().stream()
            .collect(Collectors.toMap(step -> Flows.compiled(step.getKey()), Map.Entry::getValue));
    private final Set<Object> known = Collections.newSetFromMap(new IdentityHashMap<>());

    /** @param constants results that are the same for everybody */
    ResultSize(Attributes[] people, Set<Content> constants) {
        for (Attributes person : people) {
            for (int index = 0; index < People.TYPE.size(); index++) {
                known.add(person.get(index));
                if (person.get(index) instanceof TextValue text) {
                    known.add(text.text());
                }
            }
        }
        known.addAll(constants);
    }

    /** Of everything that a person's flows make, with what is made on the way. */
    long of(Attributes person, Content[] results) {
        Evaluation evaluation = Evaluation.at(Instant.EPOCH).source(person);
        long size = of(results);
        for (Map.Entry<Expression, Integer> step : onTheWay.entrySet()) {
            boolean isMade = results[step.getValue()].isPresent();
            if (isMade && step.getKey().evaluate(evaluation) instanceof TextValue text
                    && !text.equals(results[step.getValue()]) && !known.contains(text.text())) {
                size += of(text.text());
            }
        }
        return size;
    }

    private long of(Content[] results) {
        long size = aligned(ARRAY_HEADER + results.length * POINTER);
        for (Content result : results) {
            size += known.contains(result) ? 0 : of(result);
        }
        return size;
    }

    private long of(Content result) {
        return switch (result) {
            case TextValue text -> TEXT_VALUE + (known.contains(text.text()) ? 0 : of(text.text()));
            case IntegerValue integer -> INTEGER_VALUE;
            default -> 0;
        };
    }

    private static long of(String text) {
        boolean isLatin = StandardCharsets.ISO_8859_1.newEncoder().canEncode(text);
        return STRING + aligned(ARRAY_HEADER + text.length() * (isLatin ? 1 : 2));
    }

    private static int aligned(int bytes) {
        return (bytes + 7) / 8 * 8;
    }
}
