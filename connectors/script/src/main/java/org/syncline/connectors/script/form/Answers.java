package org.syncline.connectors.script.form;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.syncline.connectors.spi.ExportOperation;
import org.syncline.connectors.spi.ExportResult;
import org.syncline.schema.identity.Anchor;

/** What was answered to the operations of an export: one result each. */
public final class Answers {
    private static final Map<String, ExportResult.Code> CODES = Arrays.stream(ExportResult.Code.values())
            .collect(Collectors.toMap(code -> name(code.name()), Function.identity()));

    private final Forms forms;
    private final List<ExportOperation> operations;
    private final ExportResult[] results;

    public Answers(Forms forms, List<ExportOperation> operations) {
        this.forms = forms;
        this.operations = operations;
        this.results = new ExportResult[operations.size()];
        for (int at = 0; at < results.length; at++) {
            results[at] = forms.refusal(operations.get(at)).orElse(null);
        }
    }

    /** The operations to be carried out by their numbers, counted from 1; the others are refused already. */
    public SortedMap<Integer, ExportOperation> open() {
        SortedMap<Integer, ExportOperation> open = new TreeMap<>();
        for (int at = 0; at < results.length; at++) {
            if (results[at] == null) {
                open.put(at + 1, operations.get(at));
            }
        }
        return open;
    }

    private static String name(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Takes an answer that says by the field {@code operation}, counted from 1, what it is about. */
    public void take(Fields answer) {
        long number = answer.number("operation");
        if (number < 1 || number > results.length) {
            throw new Nonsense("there is no operation " + number + "; there are 1 to " + results.length);
        }
        take((int) number - 1, answer);
    }

    /** Takes the answer to one operation. */
    private void take(int at, Fields answer) {
        if (results[at] != null) {
            throw new Nonsense("operation " + (at + 1) + " was answered already");
        }
        results[at] = answer.optionalText("error")
                .map(error -> rejected(error, answer))
                .orElseGet(() -> accepted(operations.get(at), answer));
    }

    private ExportResult accepted(ExportOperation operation, Fields answer) {
        Anchor anchor = forms.anchor(operation.objectType(), answer).orElse(known(operation));
        return new ExportResult.Accepted(anchor, answer.optionalText("dn").orElse(dnAfter(operation)));
    }

    private static String dnAfter(ExportOperation operation) {
        return operation instanceof ExportOperation.Update update
                ? update.changes().stream()
                        .filter(change -> change.attribute() == 0 && !change.added().isEmpty())
                        .findFirst()
                        .map(change -> change.added().getLast().text())
                        .orElse(update.dn())
                : operation.dn();
    }

    private static Anchor known(ExportOperation operation) {
        return switch (operation) {
            case ExportOperation.Add add -> null;
            case ExportOperation.Update update -> update.anchor();
            case ExportOperation.Delete delete -> delete.anchor();
        };
    }

    private static ExportResult rejected(String error, Fields answer) {
        ExportResult.Code code = CODES.get(error);
        if (code == null) {
            throw new Nonsense("unknown error '" + error + "'. There are "
                    + CODES.keySet().stream().sorted().collect(Collectors.joining(", ")));
        }
        return new ExportResult.Rejected(code, answer.text("message"), answer.optionalText("attribute").orElse(null),
                answer.optionalNumber("retryAfter").map(Duration::ofSeconds).orElse(null));
    }

    /** The results in the order of the operations; nonsense if one was not answered. */
    public List<ExportResult> end() {
        for (int at = 0; at < results.length; at++) {
            if (results[at] == null) {
                throw new Nonsense("operation " + (at + 1) + " of " + results.length + " was not answered");
            }
        }
        return List.of(results);
    }
}
