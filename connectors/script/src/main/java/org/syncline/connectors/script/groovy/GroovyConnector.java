package org.syncline.connectors.script.groovy;

import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.syncline.connectors.script.form.Answers;
import org.syncline.connectors.script.form.Fields;
import org.syncline.connectors.script.form.Forms;
import org.syncline.connectors.script.form.Nonsense;
import org.syncline.connectors.script.form.PageInProgress;
import org.syncline.connectors.script.form.Reports;
import org.syncline.connectors.script.groovy.ConnectorScript.Part;
import org.syncline.connectors.spi.Capability;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.ConnectorSettings;
import org.syncline.connectors.spi.ExportOperation;
import org.syncline.connectors.spi.ExportResult;
import org.syncline.connectors.spi.ImportPage;
import org.syncline.connectors.spi.ImportPages;
import org.syncline.connectors.spi.ImportRequest;
import org.syncline.connectors.spi.ImportedChange;
import org.syncline.schema.identity.Anchor;

/** Reads and writes a system through a script. */
final class GroovyConnector implements Connector {
    private final LoadedScript script;
    private final Forms forms;

    GroovyConnector(LoadedScript script, ConnectorSettings declared) {
        this.script = script;
        this.forms = new Forms(declared, script.capabilities());
    }

    @Override
    public ImportPages read(ImportRequest request) {
        request.demandNoPartition();
        if (!request.isFull()) {
            demand(Capability.DELTA_IMPORT, "deltaImport { page -> ... }");
        }
        return new GroovyImport(script, forms, request);
    }

    @Override
    public Optional<ImportedChange.Whole> readOne(String objectType, Anchor anchor, String dn) {
        demand(Capability.READ_ONE, "readOne { objectType, anchor, dn -> ... }");
        try {
            Object said = script.call(Part.READ_ONE, objectType, forms.named(objectType, anchor, dn).get("anchor"), dn);
            return said == null ? Optional.empty() : only(objectType, said, dn);
        } catch (LoadedScript.Failure failed) {
            throw ScriptFailures.failed(script.settings(), failed.getCause());
        } catch (Nonsense nonsense) {
            throw ScriptFailures.failed(script.settings(), nonsense);
        }
    }

    private Optional<ImportedChange.Whole> only(String objectType, Object attributes, String dn) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("objectType", objectType);
        message.put("attributes", attributes);
        message.put("dn", dn);
        PageInProgress read = new PageInProgress();
        new Reports(forms, true).take("object", new Fields(message), "readOne", read);
        ImportPage page = read.end();
        page.errors().stream().findFirst().ifPresent(error -> {
            throw new Nonsense("readOne: " + error.message());
        });
        return page.changes().stream().map(ImportedChange.Whole.class::cast).findFirst();
    }

    @Override
    public List<ExportResult> export(List<ExportOperation> operations) {
        demand(Capability.EXPORT, "add { operation -> ... }, update, delete");
        Answers answers = new Answers(forms, operations);
        SortedMap<Integer, ExportOperation> open = answers.open();
        try {
            if (script.has(Part.EXPORT)) {
                exportAll(open, answers);
            } else {
                open.forEach((number, operation) -> answers.take(answer(number, exportOne(operation))));
            }
            return answers.end();
        } catch (Nonsense nonsense) {
            throw ScriptFailures.failed(script.settings(), nonsense);
        }
    }

    /** A script that fails in the middle of a page leaves the outcome of all of it unknown. */
    private void exportAll(SortedMap<Integer, ExportOperation> open, Answers answers) {
        if (open.isEmpty()) {
            return;
        }
        Object said;
        try {
            said = script.call(Part.EXPORT, open.values().stream().map(this::plain).toList());
        } catch (LoadedScript.Failure failed) {
            throw ScriptFailures.failed(script.settings(), failed.getCause());
        }
        if (!(said instanceof Collection<?> results) || results.size() != open.size()) {
            throw new Nonsense("export must give a list with a result for each of " + open.size() + " operations");
        }
        List<Integer> numbers = List.copyOf(open.keySet());
        int at = 0;
        for (Object result : results) {
            answers.take(answer(numbers.get(at++), result));
        }
    }

    private Map<String, Object> plain(ExportOperation operation) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("type", Forms.kind(operation));
        plain.putAll(forms.operation(operation));
        return plain;
    }

    private static Fields answer(int number, Object result) {
        Map<String, Object> answer = new LinkedHashMap<>();
        if (result instanceof Map<?, ?> said) {
            said.forEach((name, value) -> answer.put(String.valueOf(name), value));
        }
        answer.put("operation", number);
        return new Fields(answer);
    }

    private Object exportOne(ExportOperation operation) {
        Part part = switch (operation) {
            case ExportOperation.Add add -> Part.ADD;
            case ExportOperation.Update update -> Part.UPDATE;
            case ExportOperation.Delete delete -> Part.DELETE;
        };
        if (!script.has(part)) {
            return refusal("not-supported", script.settings().file() + " does not say how to "
                    + Forms.kind(operation) + " objects", Map.of());
        }
        try {
            return script.call(part, plain(operation));
        } catch (LoadedScript.Failure failed) {
            return failed.getCause() instanceof Refused refused
                    ? refusal(refused.error(), refused.getMessage(), refused.details())
                    : refusal(failed.getCause() instanceof IOException ? "connection-lost" : "constraint-violation",
                            ScriptFailures.explain(script.settings(), failed.getCause()), Map.of());
        }
    }

    private static Map<String, Object> refusal(String error, String message, Map<String, Object> details) {
        Map<String, Object> refusal = new LinkedHashMap<>(details);
        refusal.put("error", error);
        refusal.put("message", message);
        return refusal;
    }

    private void demand(Capability capability, String part) {
        if (!script.capabilities().contains(capability)) {
            throw new ConnectorException(ConnectorException.Code.NOT_SUPPORTED, "Connector '"
                    + script.settings().connector() + "': " + script.settings().file() + " does not say " + part + ".");
        }
    }

    @Override
    public List<String> remarks() {
        return script.remarks();
    }

    @Override
    public void close() {}
}
