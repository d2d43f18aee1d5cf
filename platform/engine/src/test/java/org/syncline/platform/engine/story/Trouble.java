package org.syncline.platform.engine.story;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import org.syncline.connectors.memory.MemoryFaults;
import org.syncline.connectors.spi.DiscoveryError;
import org.syncline.connectors.spi.ExportOperation;
import org.syncline.connectors.spi.ExportResult;
import org.syncline.connectors.spi.ExportResult.Code;
import org.syncline.platform.engine.operations.Retrying;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.TextValue;

/** What connected systems do otherwise than they should. */
final class Trouble {
    private static final String REWRITTEN = "rewritten";

    private final Landscape landscape;
    private final Tally tally;
    private final Set<String> insisted = new TreeSet<>();
    private final Set<Refused> refused = new LinkedHashSet<>();
    private int contradictions;

    private record Refused(String attribute, String value, boolean named) {}

    Trouble(Landscape landscape, Tally tally) {
        this.landscape = landscape;
        this.tally = tally;
    }

    private MemoryFaults faults(String connector) {
        return landscape.system(connector).faults();
    }

    void drop(String connector) {
        faults(connector).dropNext(operation -> {
            contradictions++;
            tally.count(Happening.EXPORT_DROPPED);
            return true;
        });
    }

    void rewrite(String connector, String attribute) {
        faults(connector).rewriteNext(operation -> true, object -> {
            contradictions++;
            tally.count(Happening.EXPORT_REWRITTEN);
            return rewritten(object, attribute);
        });
    }

    private static Attributes rewritten(Attributes object, String attribute) {
        return object.type().has(attribute) ? object.with(attribute, new TextValue(REWRITTEN)) : object;
    }

    /** Whatever an account is to hold of this attribute, the directory writes the same into it. */
    void insist(String attribute) {
        insisted.add(attribute);
        faults("directory").rewriteAll(object -> {
            contradictions++;
            return rewritten(object, attribute);
        });
    }

    void relent() {
        faults("directory").mend();
    }

    /** Whether systems ever wrote otherwise than they were told so often that a value may be held. */
    boolean mayHold() {
        return contradictions >= Setting.CONTRADICTIONS_TO_HOLD;
    }

    void retry() {
        if (!landscape.store().exportHistory().contradictions("directory").isEmpty()) {
            tally.count(Happening.VALUE_RELEASED);
        }
        new Retrying(landscape.store()).retry("directory", null);
    }

    void refuse(String connector) {
        reject(connector, Happening.EXPORT_REFUSED, Code.CONSTRAINT_VIOLATION, "not to our liking", null);
    }

    /** From now on the directory takes no account with this value. */
    void refuseValue(String attribute, String value, boolean named) {
        if (refused.add(new Refused(attribute, value, named))) {
            faults("directory").rejectAll(
                    operation -> refuses(operation, attribute, value),
                    new ExportResult.Rejected(
                            Code.CONSTRAINT_VIOLATION, "not here", named ? attribute : null, null));
        }
    }

    private boolean refuses(ExportOperation operation, String attribute, String value) {
        boolean refuses = operation.objectType().equals("account")
                && refused.stream().anyMatch(
                        one -> one.attribute().equals(attribute) && one.value().equals(value))
                && sets(operation, attribute, value);
        if (refuses) {
            tally.count(Happening.VALUE_REFUSED);
        }
        return refuses;
    }

    private boolean sets(ExportOperation operation, String attribute, String value) {
        return switch (operation) {
            case ExportOperation.Add add -> value.equals(add.attributes().text(attribute));
            case ExportOperation.Update update -> update.changes().stream()
                    .filter(change -> change.attribute() == landscape.type("directory", "account").index(attribute))
                    .anyMatch(change -> change.added().contains(new TextValue(value)));
            case ExportOperation.Delete delete -> false;
        };
    }

    void accept() {
        refused.clear();
    }

    /** Some row of the next page cannot be read, whose nobody knows. */
    void spoilRow(String connector) {
        tally.count(Happening.BAD_ROW);
        faults(connector).reportNext(new DiscoveryError(
                DiscoveryError.Code.MALFORMED_ROW, null, null, "some row", "It cannot be read"));
    }

    void beBusy(String connector, int times) {
        for (int time = 0; time < times; time++) {
            reject(connector, Happening.EXPORT_WHILE_BUSY, Code.BUSY, "come again", Duration.ofSeconds(5));
        }
    }

    void loseAnswer(String connector) {
        faults(connector).loseNextAnswer(operation -> {
            tally.count(Happening.EXPORT_ANSWER_LOST);
            return true;
        });
    }

    private void reject(String connector, Happening happening, Code code, String message, Duration retryAfter) {
        faults(connector).rejectNext(
                operation -> {
                    tally.count(happening);
                    return true;
                },
                new ExportResult.Rejected(code, message, null, retryAfter));
    }

    void repeatPage(String connector) {
        faults(connector).repeatNext();
        tally.count(Happening.PAGE_DELIVERED_AGAIN);
    }
}
