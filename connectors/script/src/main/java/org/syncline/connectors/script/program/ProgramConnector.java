package org.syncline.connectors.script.program;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.syncline.connectors.script.form.Answers;
import org.syncline.connectors.script.form.Forms;
import org.syncline.connectors.script.form.PageInProgress;
import org.syncline.connectors.script.form.Reports;
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

/** Reads and writes a system through a program. The program is started when it is first needed, and anew when it has gone. */
final class ProgramConnector implements Connector {
    private final ProgramSettings settings;
    private final Forms forms;
    private final Set<String> remarks = new LinkedHashSet<>();
    private Conversation conversation;

    ProgramConnector(ProgramSettings settings, ConnectorSettings declared) {
        this.settings = settings;
        this.forms = new Forms(declared, settings.capabilities());
    }

    @Override
    public ImportPages read(ImportRequest request) {
        request.demandNoPartition();
        if (!request.isFull()) {
            demand(Capability.DELTA_IMPORT);
        }
        Map<String, Object> question = question("read");
        question.put("pageSize", request.pageSize());
        request.since().ifPresent(since -> question.put("since", since.value()));
        ready().ask(question);
        return new ProgramImport(conversation, forms, request);
    }

    @Override
    public Optional<ImportedChange.Whole> readOne(String objectType, Anchor anchor, String dn) {
        demand(Capability.READ_ONE);
        Map<String, Object> question = question("read-one");
        question.putAll(forms.named(objectType, anchor, dn));
        ready().ask(question);
        Reports reports = new Reports(forms, true);
        PageInProgress read = new PageInProgress();
        boolean answering = true;
        while (answering) {
            answering = conversation.next((type, message, place) -> type.equals("object") && read.isEmpty()
                    && reports.take(type, message, place, read));
        }
        return only(read.end());
    }

    private Optional<ImportedChange.Whole> only(ImportPage read) {
        read.errors().stream().findFirst().ifPresent(error -> {
            throw new ConnectorException(ConnectorException.Code.STOPPED_CONNECTIVITY,
                    "Connector '" + settings.connector() + "': an object of type '" + error.objectType()
                            + "' cannot be read by itself: " + error.message());
        });
        return read.changes().stream().map(ImportedChange.Whole.class::cast).findFirst();
    }

    @Override
    public List<ExportResult> export(List<ExportOperation> operations) {
        demand(Capability.EXPORT);
        Answers answers = new Answers(forms, operations);
        SortedMap<Integer, ExportOperation> open = answers.open();
        if (open.isEmpty()) {
            return answers.end();
        }
        ready().ask("export", messages(open));
        boolean answering = true;
        while (answering) {
            answering = conversation.next((type, message, place) -> {
                if (type.equals("result")) {
                    answers.take(message);
                }
                return type.equals("result");
            });
        }
        return conversation.attempt(answers::end);
    }

    private Iterator<Map<String, Object>> messages(SortedMap<Integer, ExportOperation> operations) {
        Map<String, Object> head = question("export");
        head.put("operations", operations.size());
        return Stream.concat(
                Stream.of(head),
                operations.entrySet().stream().map(each -> message(each.getKey(), each.getValue()))).iterator();
    }

    private Map<String, Object> message(int number, ExportOperation operation) {
        Map<String, Object> message = question(Forms.kind(operation));
        message.put("operation", number);
        message.putAll(forms.operation(operation));
        return message;
    }

    private static Map<String, Object> question(String type) {
        Map<String, Object> question = new LinkedHashMap<>();
        question.put("type", type);
        return question;
    }

    private Conversation ready() {
        if (conversation != null && !conversation.isReady()) {
            if (conversation.hasLeftOver()) {
                remarks.add("The program wrote more than it was asked for after the end of an answer and was started"
                        + " anew. Correct it: what comes after an end is lost.");
                conversation.kill();
            }
            close();
        }
        if (conversation == null) {
            conversation = Conversation.start(settings, forms, remarks::add);
        }
        return conversation;
    }

    private void demand(Capability capability) {
        if (!settings.capabilities().contains(capability)) {
            throw new ConnectorException(ConnectorException.Code.NOT_SUPPORTED,
                    "Connector '" + settings.connector() + "' does not do this. If its program can, add "
                            + ProgramSettings.name(capability) + " to the setting 'capabilities'.");
        }
    }

    @Override
    public List<String> remarks() {
        return new ArrayList<>(remarks);
    }

    @Override
    public void close() {
        if (conversation != null) {
            conversation.close();
            conversation = null;
        }
    }
}
