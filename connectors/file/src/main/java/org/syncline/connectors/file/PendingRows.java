package org.syncline.connectors.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.syncline.connectors.spi.ExportOperation;
import org.syncline.connectors.spi.ExportResult;
import org.syncline.schema.identity.Anchor;

/** The export operations of a page, by the rows they concern. */
final class PendingRows {
    private final Csv csv;
    private final Row row;
    private final int columns;
    private final Map<String, TargetRows> targets = new LinkedHashMap<>();
    private final Map<TargetRows, Map<Anchor, RowOperations>> pending = new LinkedHashMap<>();
    private final ExportResult[] results;
    private boolean changed;

    PendingRows(DelimitedTextSettings settings, TargetFile file, List<ExportOperation> operations) {
        this.csv = new Csv(settings);
        this.row = new Row(file.columns(), settings);
        this.columns = file.columns().count();
        this.results = new ExportResult[operations.size()];
        for (ObjectRows rows : ObjectRows.of(settings, file.columns())) {
            targets.put(rows.type().name(),
                    new TargetRows(settings, rows, file.columns(), file.lineEnd(), file.encoding()));
        }
        for (int number = 0; number < results.length; number++) {
            plan(number, operations.get(number));
        }
    }

    private void plan(int number, ExportOperation operation) {
        TargetRows target = targets.get(operation.objectType());
        if (target == null || target.rows().collects()) {
            results[number] = notSupported(operation, target != null);
            return;
        }
        switch (operation) {
            case ExportOperation.Add add -> planAdd(number, add, target);
            case ExportOperation.Update update -> plan(number, update, target, update.anchor());
            case ExportOperation.Delete delete -> plan(number, delete, target, delete.anchor());
        }
    }

    private void planAdd(int number, ExportOperation.Add add, TargetRows target) {
        TargetRows.Written written = target.add(add.attributes());
        if (written.refusal() != null) {
            results[number] = written.refusal();
        } else if (add.dn() != null) {
            results[number] =
                    rejected(ExportResult.Code.NOT_SUPPORTED, "Rows have no distinguished names: leave out the <dn>");
        } else {
            plan(number, add, target, written.anchor());
        }
    }

    private void plan(int number, ExportOperation operation, TargetRows target, Anchor anchor) {
        if (anchor == null) {
            results[number] =
                    rejected(ExportResult.Code.NO_SUCH_OBJECT, "A row is found by its key only, and none was given");
            return;
        }
        pending.computeIfAbsent(target, each -> new LinkedHashMap<>())
                .computeIfAbsent(anchor, each -> new RowOperations(target, anchor, results))
                .add(number, operation);
    }

    private ExportResult notSupported(ExportOperation operation, boolean collects) {
        String type = operation.objectType();
        String why = collects
                ? "Objects of type '" + type + "' are collected from many rows (rows=\"collect\") and cannot be written"
                : "The connector has no object type '" + type + "'";
        return rejected(ExportResult.Code.NOT_SUPPORTED, why);
    }

    /** What stands in the place of a row afterwards; null if nothing does. */
    String after(String text) {
        if (pending.isEmpty()) {
            return text;
        }
        csv.read(row, text);
        if (row.count() != columns) {
            return text;
        }
        for (Map.Entry<TargetRows, Map<Anchor, RowOperations>> each : pending.entrySet()) {
            Anchor anchor = each.getKey().anchor(row);
            RowOperations operations = anchor == null ? null : each.getValue().get(anchor);
            if (operations != null) {
                return after(text, operations);
            }
        }
        return text;
    }

    private String after(String text, RowOperations operations) {
        if (operations.isDone()) {
            // a second row with the key of a deleted one would bring the object back
            return operations.after() == null ? null : text;
        }
        operations.carryOut(text);
        changed |= !text.equals(operations.after());
        return operations.after();
    }

    /** The rows of objects that were not in the file; asked for when all its rows have been seen. */
    List<String> newRows() {
        List<String> rows = new ArrayList<>();
        pending.values().stream().flatMap(each -> each.values().stream()).filter(each -> !each.isDone())
                .forEach(operations -> {
                    operations.carryOut(null);
                    if (operations.after() != null) {
                        rows.add(operations.after());
                    }
                });
        changed |= !rows.isEmpty();
        return rows;
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
