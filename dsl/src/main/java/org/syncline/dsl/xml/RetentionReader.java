package org.syncline.dsl.xml;

import org.syncline.dsl.ruleset.Retention;
import org.syncline.dsl.xml.binding.Syncline;

/** Reads how long the history is kept. */
final class RetentionReader {
    private final SourceFile file;
    private final org.syncline.dsl.xml.binding.Retention written;

    RetentionReader(Document<Syncline> document) {
        this.file = document.file();
        this.written = document.root().getRetention();
    }

    Retention read() {
        if (written == null) {
            return Retention.DEFAULT;
        }
        Retention retention = new Retention(
                Periods.of(written.getDetails()),
                written.getCounters() == null ? null : Periods.of(written.getCounters()));
        if (retention.counters() != null && retention.counters().compareTo(retention.details()) < 0) {
            file.problem(written, "counters", "The runs are kept for a shorter time than their objects",
                    "objects go with their runs; make details as long as counters, or counters longer");
        }
        return retention;
    }
}
