package org.syncline.platform.engine.story;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import org.syncline.connectors.memory.MemoryFaults;
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
    private int contradictions;

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

    void beBusy(String connector, int times) {
        for (int time = 0; time < times; time++) {
            reject(connector, Happening.EXPORT_WHILE_BUSY, Code.BUSY, "come again", Duration.ofSeconds(5));
        }
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
