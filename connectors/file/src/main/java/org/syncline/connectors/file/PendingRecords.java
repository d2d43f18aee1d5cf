package org.syncline.connectors.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.syncline.connectors.spi.ExportOperation;
import org.syncline.connectors.spi.ExportResult;
import org.syncline.schema.identity.Anchor;

/** The export operations of a page, by the records they concern. */
final class PendingRecords {
    private final RecordText records;
    private final Map<String, TargetRecords> targets = new LinkedHashMap<>();
    private final Map<TargetRecords, Map<Anchor, RecordOperations>> pending = new LinkedHashMap<>();
    private final ExportResult[] results;
    private boolean changed;

    PendingRecords(FileSettings settings, TargetFile file, List<ExportOperation> operations) {
        this.records = file.records();
        this.results = new ExportResult[operations.size()];
        for (ObjectRecords objects : ObjectRecords.of(settings, file.columns())) {
            targets.put(objects.type().name(), new TargetRecords(objects, records, file.encoding()));
        }
        for (int number = 0; number < results.length; number++) {
            plan(number, operations.get(number));
        }
    }

    private void plan(int number, ExportOperation operation) {
        TargetRecords target = targets.get(operation.objectType());
        if (target == null || target.objects().collects()) {
            results[number] = notSupported(operation, target != null);
            return;
        }
        switch (operation) {
            case ExportOperation.Add add -> planAdd(number, add, target);
            case ExportOperation.Update update -> plan(number, update, target, update.anchor());
            case ExportOperation.Delete delete -> plan(number, delete, target, delete.anchor());
        }
    }

    private void planAdd(int number, ExportOperation.Add add, TargetRecords target) {
        TargetRecords.Written written = target.add(add.attributes());
        if (written.refusal() != null) {
            results[number] = written.refusal();
        } else if (add.dn() != null) {
            results[number] =
                    rejected(ExportResult.Code.NOT_SUPPORTED,
                            "Records have no distinguished names: leave out the <dn>");
        } else {
            plan(number, add, target, written.anchor());
        }
    }

    private void plan(int number, ExportOperation operation, TargetRecords target, Anchor anchor) {
        if (anchor == null) {
            results[number] =
                    rejected(ExportResult.Code.NO_SUCH_OBJECT, "A record is found by its key only, and none was given");
            return;
        }
        pending.computeIfAbsent(target, each -> new LinkedHashMap<>())
                .computeIfAbsent(anchor, each -> new RecordOperations(target, anchor, results))
                .add(number, operation);
    }

    private ExportResult notSupported(ExportOperation operation, boolean collects) {
        String type = operation.objectType();
        String why = collects
                ? "Objects of type '" + type
                        + "' are collected from many records (rows=\"collect\") and cannot be written"
                : "The connector has no object type '" + type + "'";
        return rejected(ExportResult.Code.NOT_SUPPORTED, why);
    }

    /** What stands in the place of a record afterwards; null if nothing does. */
    String after(String text) {
        RecordOperations operations = concerning(text);
        return operations == null ? text : after(text, operations);
    }

    private RecordOperations concerning(String text) {
        if (pending.isEmpty()) {
            return null;
        }
        try {
            FileRecord record = records.read(text);
            return pending.entrySet().stream()
                    .map(each -> each.getValue().get(each.getKey().anchor(record)))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        } catch (MalformedRecord leftAsItIs) {
            return null;
        }
    }

    private String after(String text, RecordOperations operations) {
        if (operations.isDone()) {
            // a second record with the key of a deleted one would bring the object back
            return operations.after() == null ? null : text;
        }
        operations.carryOut(text);
        changed |= !text.equals(operations.after());
        return operations.after();
    }

    /** The records of objects that were not in the file; asked for when all its records have been seen. */
    List<String> newRecords() {
        List<String> added = new ArrayList<>();
        pending.values().stream().flatMap(each -> each.values().stream()).filter(each -> !each.isDone())
                .forEach(operations -> {
                    operations.carryOut(null);
                    if (operations.after() != null) {
                        added.add(operations.after());
                    }
                });
        changed |= !added.isEmpty();
        return added;
    }

    /** Whether the file must be written. */
    boolean isChanged() {
        return changed;
    }

    List<ExportResult> results() {
        return Arrays.asList(results);
    }

    private static ExportResult rejected(ExportResult.Code code, String message) {
        return new ExportResult.Rejected(code, message, null, null);
    }
}
