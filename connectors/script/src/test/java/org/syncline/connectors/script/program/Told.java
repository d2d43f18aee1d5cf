package org.syncline.connectors.script.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.ConnectorSettings;
import org.syncline.connectors.spi.Discovery;
import org.syncline.connectors.spi.ExportOperation;
import org.syncline.connectors.spi.ImportPage;
import org.syncline.connectors.spi.ImportPages;
import org.syncline.connectors.spi.ImportRequest;
import org.syncline.connectors.spi.ObjectTypeSettings;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ObjectType;

/** Programs that are told word by word what to say, written in the language of the shell. */
final class Told {
    static final ObjectTypeSettings PERSON = ObjectTypeSettings.of(
            ObjectType.ofConnectorSpace("person",
                    AttributeDefinition.single("id", AttributeType.STRING),
                    AttributeDefinition.single("age", AttributeType.INTEGER),
                    AttributeDefinition.multi("mail", AttributeType.STRING)),
            "id");
    /** What reads the hello and answers it. */
    static final String HELLO = """
            read -r hello
            say() { printf '%s\\n' "$1"; }
            say '{"type":"hello","protocol":1,"capabilities":["full-import","delta-import","read-one","export"]}'
            """;
    /** What reads a question. */
    static final String ASKED = "read -r question\n";

    private final Path folder;
    private final Map<String, String> settings = new HashMap<>(Map.of(
            "capabilities", "full-import delta-import read-one export", "silence-timeout", "PT10S",
            "command", "sh ./told.sh"));
    private final Map<String, String> secrets = new HashMap<>();

    Told(Path folder) {
        this.folder = folder;
    }

    Told with(String setting, String value) {
        settings.put(setting, value);
        return this;
    }

    Told withSecret(String setting, String value) {
        secrets.put(setting, value);
        return this;
    }

    /** A program that does this after the greeting. */
    Connector says(String... shell) {
        return open(HELLO + String.join("\n", shell));
    }

    /** A program that does this and nothing else. */
    Connector open(String shell) {
        return new ProgramConnectorFactory().open(settings(shell, List.of(PERSON)));
    }

    /** What a program that does this and nothing else offers. */
    Discovery discover(String shell) {
        return new ProgramConnectorFactory().discover(settings(shell, List.of()));
    }

    private ConnectorSettings settings(String shell, List<ObjectTypeSettings> types) {
        try {
            Files.writeString(folder.resolve("told.sh"), shell + "\n");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return new ConnectorSettings("told", folder, settings, secrets, types);
    }

    static String object(String id) {
        return "say '{\"type\":\"object\",\"objectType\":\"person\",\"attributes\":{\"id\":\"" + id + "\"}}'";
    }

    static String end() {
        return "say '{\"type\":\"end\"}'";
    }

    static List<ImportPage> read(Connector connector) {
        List<ImportPage> pages = new ArrayList<>();
        try (ImportPages reading = connector.read(ImportRequest.full(2))) {
            for (Optional<ImportPage> page = reading.next(); page.isPresent(); page = reading.next()) {
                pages.add(page.get());
            }
        }
        return pages;
    }

    /** The anchors of what was read. */
    static List<String> anchors(List<ImportPage> pages) {
        return pages.stream().flatMap(page -> page.changes().stream()).map(change -> change.anchor().text()).toList();
    }

    static ExportOperation add(String id) {
        return new ExportOperation.Add(Attributes.builder(PERSON.type()).set("id", id).build());
    }
}
