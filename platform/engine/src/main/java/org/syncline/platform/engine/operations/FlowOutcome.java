package org.syncline.platform.engine.operations;

/** Says in words what became of an attribute flow. */
final class FlowOutcome {
    private FlowOutcome() {}

    /** @param values what flowed, readable */
    static String text(String outcome, String values) {
        return switch (outcome) {
            case "won" -> "its value stands: " + values;
            case "merged" -> "its values stand with those of others: " + values;
            case "lost" -> "it lost, a better-ranked contribution stands";
            case "nothing" -> "it has nothing to bring";
            case "cleared" -> "it clears the attribute, and nobody else is asked";
            case "ignored" -> "it leaves what is there (IgnoreThisFlow)";
            case "condition-not-met" -> "its condition does not hold";
            case "flowed" -> "it flows: " + values;
            case "unchanged" -> "the system has it already: " + values;
            case "initial-only" -> "it flows only when the account is created";
            case "blocked-by-precedence" ->
                    "blocked by precedence: the system's own value ranks higher than what would be written, " + values;
            case "null-not-allowed" -> "the identity has no value, and without allow-null the system keeps its own";
            case "failed" -> "it failed, see the errors";
            default -> outcome + ": " + values;
        };
    }
}
