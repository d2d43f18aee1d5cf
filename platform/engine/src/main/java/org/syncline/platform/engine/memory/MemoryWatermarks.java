package org.syncline.platform.engine.memory;

import java.util.Map;
import org.syncline.platform.engine.port.ImportHold;
import org.syncline.platform.engine.port.Watermarks;

/** The watermarks in memory. */
final class MemoryWatermarks implements Watermarks {
    /** Stands where a connector is named; no connector is called so. */
    private static final String KEYS = "";

    private final Journal journal;
    private final Table<String, ImportState> states;
    private final Table<String, Map<String, String>> evaluatedRules;
    private final Table<String, Map<String, String>> selections;
    private final Table<String, ImportHold> holds;

    MemoryWatermarks(Journal journal) {
        this.journal = journal;
        this.states = Table.sorted(journal);
        this.evaluatedRules = Table.sorted(journal);
        this.selections = Table.sorted(journal);
        this.holds = Table.sorted(journal);
    }

    @Override
    public ImportState of(String connector) {
        journal.tally().read("watermark.of");
        ImportState state = states.get(connector);
        return state == null ? ImportState.NEVER_READ : state;
    }

    @Override
    public void keep(String connector, ImportState state) {
        journal.inTransaction(() -> {
            states.put(connector, state);
            journal.tally().wrote("watermark.keep", 1);
        });
    }

    @Override
    public Map<String, String> evaluatedRules(String connector) {
        journal.tally().read("watermark.evaluated-rules");
        Map<String, String> hashes = evaluatedRules.get(connector);
        return hashes == null ? Map.of() : hashes;
    }

    @Override
    public void keepEvaluatedRules(String connector, Map<String, String> hashes) {
        journal.inTransaction(() -> {
            evaluatedRules.put(connector, Map.copyOf(hashes));
            journal.tally().wrote("watermark.keep-evaluated-rules", 1);
        });
    }

    @Override
    public Map<String, String> keyDefinitions() {
        return evaluatedRules(KEYS);
    }

    @Override
    public void keepKeyDefinitions(Map<String, String> hashes) {
        keepEvaluatedRules(KEYS, hashes);
    }

    @Override
    public Map<String, String> selection(String connector) {
        journal.tally().read("watermark.selection");
        Map<String, String> hashes = selections.get(connector);
        return hashes == null ? Map.of() : hashes;
    }

    @Override
    public void keepSelection(String connector, Map<String, String> hashes) {
        journal.inTransaction(() -> {
            selections.put(connector, Map.copyOf(hashes));
            journal.tally().wrote("watermark.keep-selection", 1);
        });
    }

    @Override
    public ImportHold holdOf(String connector) {
        journal.tally().read("watermark.hold-of");
        ImportHold hold = holds.get(connector);
        return hold == null ? ImportHold.NONE : hold;
    }

    @Override
    public void keep(String connector, ImportHold hold) {
        journal.inTransaction(() -> {
            holds.put(connector, hold);
            journal.tally().wrote("watermark.keep-hold", 1);
        });
    }
}
