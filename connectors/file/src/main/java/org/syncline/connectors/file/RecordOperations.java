package org.syncline.connectors.file;

import java.util.ArrayList;
import java.util.List;
import org.syncline.connectors.spi.ExportOperation;
import org.syncline.connectors.spi.ExportResult;
import org.syncline.schema.identity.Anchor;

/** The operations on one record, in their order, and what became of them. */
final class RecordOperations {
    private record Numbered(int number, ExportOperation operation) {}

    private final TargetRecords target;
    private final Anchor anchor;
    private final ExportResult[] results;
    private final List<Numbered> operations = new ArrayList<>();
    private boolean done;
    private String after;

    RecordOperations(TargetRecords target, Anchor anchor, ExportResult[] results) {
        this.target = target;
        this.anchor = anchor;
        this.results = results;
    }

    void add(int number, ExportOperation operation) {
        operations.add(new Numbered(number, operation));
    }

    boolean isDone() {
        return done;
    }

    /** The record after all operations, or null if there is none then. */
    String after() {
        return after;
    }

    /**
     * Carries them out.
     *
     * @param before the record as it stands in the file, or null if there is none
     */
    void carryOut(String before) {
        done = true;
        after = before;
        for (Numbered each : operations) {
            results[each.number()] = switch (each.operation()) {
                case ExportOperation.Add add -> add(add);
                case ExportOperation.Update update -> update(update);
                case ExportOperation.Delete delete -> delete();
            };
        }
    }

    private ExportResult add(ExportOperation.Add add) {
        if (after != null) {
            return rejected(ExportResult.Code.ALREADY_EXISTS, "There is a record with the key " + key() + " already");
        }
        TargetRecords.Written written = target.add(add.attributes());
        if (written.refusal() == null && !target.reads(written.text())) {
            return rejected(ExportResult.Code.CONSTRAINT_VIOLATION,
                    "The object type's <read> filter would not read the record back");
        }
        return take(written);
    }

    private ExportResult update(ExportOperation.Update update) {
        if (after == null) {
            return gone();
        }
        if (update.changes().stream().anyMatch(change -> change.attribute() == 0)) {
            return rejected(ExportResult.Code.NOT_SUPPORTED,
                    "Records have no distinguished names: they cannot be renamed");
        }
        TargetRecords.Written written = target.update(after, update.changes());
        if (written.refusal() == null && !anchor.equals(written.anchor())) {
            return rejected(ExportResult.Code.CONSTRAINT_VIOLATION, "The key " + key() + " of a record cannot change");
        }
        return take(written);
    }

    private ExportResult take(TargetRecords.Written written) {
        if (written.refusal() != null) {
            return written.refusal();
        }
        after = written.text();
        return accepted();
    }

    private ExportResult delete() {
        if (after == null) {
            return gone();
        }
        after = null;
        return accepted();
    }

    private ExportResult accepted() {
        return new ExportResult.Accepted(anchor, null);
    }

    private ExportResult gone() {
        return rejected(ExportResult.Code.NO_SUCH_OBJECT, "There is no record with the key " + key());
    }

    private String key() {
        return "(" + target.objects().anchorNames() + ")"
                + (target.objects().anchorIsSensitive() ? "" : " '" + anchor + "'");
    }

    private static ExportResult rejected(ExportResult.Code code, String message) {
        return new ExportResult.Rejected(code, message, null, null);
    }
}
