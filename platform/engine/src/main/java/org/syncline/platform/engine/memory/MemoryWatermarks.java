package org.syncline.platform.engine.memory;

import org.syncline.platform.engine.port.Watermarks;

/** The watermarks in memory. */
final class MemoryWatermarks implements Watermarks {
    private final Journal journal;
    private final Table<String, ImportState> states;

    MemoryWatermarks(Journal journal) {
        this.journal = journal;
        this.states = Table.sorted(journal);
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
}
