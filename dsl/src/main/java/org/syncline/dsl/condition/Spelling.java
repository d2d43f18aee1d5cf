package org.syncline.dsl.condition;

import java.util.Set;
import org.syncline.dsl.expression.Node;

/** Knows which conditions say the same of texts that differ only in case. */
final class Spelling {
    private static final Set<String> BLIND_UNLESS_TOLD = Set.of("StartsWith", "EndsWith", "In");

    private Spelling() {}

    static boolean isIgnoredBy(Node condition) {
        if (!(condition instanceof Node.Call call) || call.arguments().isEmpty()) {
            return false;
        }
        return switch (call.function()) {
            case ">" -> call.arguments().getFirst() instanceof Node.Call counted
                    && counted.function().equals("Contains")
                    && counted.arguments().getFirst() instanceof Node.Attribute
                    && says(counted, "CaseInsensitive");
            default -> BLIND_UNLESS_TOLD.contains(call.function())
                    && call.arguments().getFirst() instanceof Node.Attribute
                    && !says(call, "CaseSensitive");
        };
    }

    private static boolean says(Node.Call call, String word) {
        return call.arguments().getLast() instanceof Node.Word last && last.word().equals(word);
    }
}
