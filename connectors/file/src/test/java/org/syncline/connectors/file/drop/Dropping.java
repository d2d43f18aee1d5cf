package org.syncline.connectors.file.drop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.syncline.connectors.file.delimited.DelimitedTextConnectorFactory;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.ConnectorSettings;
import org.syncline.connectors.spi.ImportPage;
import org.syncline.connectors.spi.ImportPages;
import org.syncline.connectors.spi.ImportRequest;
import org.syncline.connectors.spi.ImportedChange;
import org.syncline.connectors.spi.ObjectTypeSettings;
import org.syncline.connectors.spi.Watermark;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.ObjectType;

/** A folder into which files with people are dropped, and what is imported from it: each import by a process of its own. */
final class Dropping {
    static final Map<String, String> SETTINGS =
            Map.of("folder", "in", "pattern", "people*.csv", "changes", "changes*.csv",
                    "deletions", "leavers*.csv", "change-column", "what", "rest", "PT0S");
    static final String HEADER = "id,name\n";
    static final String CHANGES = "what,id,name\n";

    private final Path configuration;
    private final Map<String, String> settings;
    private final List<ObjectTypeSettings> types;
    private String watermark;

    /** What one import delivered. */
    record Delivered(List<String> objects, List<String> errors, List<String> remarks) {}

    Dropping(Path configuration, Map<String, String> settings) {
        this(configuration, settings, people());
    }

    Dropping(Path configuration, Map<String, String> settings, ObjectTypeSettings... types) {
        this.configuration = configuration;
        this.settings = new TreeMap<>(SETTINGS);
        this.settings.putAll(settings);
        this.types = List.of(types);
        try {
            Files.createDirectories(folder());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static ObjectTypeSettings people() {
        return ObjectTypeSettings.of(ObjectType.ofConnectorSpace("person", List.of(
                AttributeDefinition.single("id", AttributeType.STRING),
                AttributeDefinition.single("name", AttributeType.STRING))), "id");
    }

    Path folder() {
        return configuration.resolve("in");
    }

    Path drop(String name, String text) {
        try {
            return Files.writeString(folder().resolve(name), text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    Connector open() {
        return new DelimitedTextConnectorFactory().open(settings());
    }

    ConnectorSettings settings() {
        return new ConnectorSettings("hr", configuration, settings, Map.of(), types);
    }

    ImportRequest delta() {
        return ImportRequest.delta(new Watermark(watermark), 2);
    }

    /** A full import that is stored. */
    Delivered full() {
        return imported(ImportRequest.full(2), true);
    }

    /** A delta import that is stored. */
    Delivered changes() {
        return imported(delta(), true);
    }

    /** An import whose process dies when everything was delivered, and nothing was stored yet. */
    Delivered killedBeforeStored(ImportRequest request) {
        String before = watermark;
        Delivered delivered = imported(request, false);
        watermark = before;
        return delivered;
    }

    /** An import whose process dies when everything was stored, and before the connector is told. */
    Delivered killedAfterStored(ImportRequest request) {
        return imported(request, false);
    }

    private Delivered imported(ImportRequest request, boolean tell) {
        List<String> objects = new ArrayList<>();
        List<String> errors = new ArrayList<>();
        try (Connector connector = open(); ImportPages pages = connector.read(request)) {
            for (Optional<ImportPage> page = pages.next(); page.isPresent(); page = pages.next()) {
                page.get().changes().forEach(change -> objects.add(words(change)));
                page.get().errors().forEach(error -> errors.add(error.message()));
                page.get().watermark().ifPresent(mark -> watermark = mark.value());
            }
            if (tell) {
                pages.stored();
            }
            return new Delivered(objects, errors, connector.remarks());
        }
    }

    static String words(ImportedChange change) {
        return switch (change) {
            case ImportedChange.Whole whole -> whole.anchor() + "=" + whole.attributes().text("name");
            case ImportedChange.Deleted deleted -> deleted.anchor() + " gone";
            case ImportedChange.Patch patch -> throw new AssertionError(patch);
        };
    }

    /** The names of the files in a folder of the folder; of the folder itself where it is empty. */
    List<String> files(String place) {
        Path in = folder().resolve(place);
        if (!Files.isDirectory(in)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.list(in)) {
            return paths.filter(Files::isRegularFile).map(path -> path.getFileName().toString()).sorted().toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
