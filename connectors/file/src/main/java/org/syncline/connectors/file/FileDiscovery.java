package org.syncline.connectors.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.syncline.connectors.spi.ConnectionFinding;
import org.syncline.connectors.spi.ConnectionFinding.Where;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.Discovery;
import org.syncline.connectors.spi.IntendedExport;
import org.syncline.connectors.spi.ObjectCount;
import org.syncline.connectors.spi.OfferedAttribute;
import org.syncline.connectors.spi.OfferedType;
import org.syncline.connectors.spi.TypeUsage;
import org.syncline.schema.identity.AttributeType;

/** Guesses from the first records of a file what it holds. */
final class FileDiscovery implements Discovery {
    private static final int RECORDS = 1_000;
    private static final int MOST_ANCHORS = 3;

    private final FileSettings settings;
    private final List<ColumnSample> columns;
    private final boolean sawAll;

    private FileDiscovery(FileSettings settings, List<ColumnSample> columns, boolean sawAll) {
        this.settings = settings;
        this.columns = columns;
        this.sawAll = sawAll;
    }

    static Discovery of(FileSettings settings, FileFormat format) {
        if (settings.missingFileIsEmpty() && !Files.exists(settings.path())) {
            throw new ConnectorException(ConnectorException.Code.NOT_SUPPORTED,
                    "The file '" + settings.file() + "' does not exist yet, so that it cannot say what it offers");
        }
        try (SourceFile file = SourceFile.open(settings, format)) {
            Sample sample = new Sample(file.reading().columns());
            boolean more = true;
            while (more && sample.records < RECORDS) {
                more = file.reading().read(sample);
            }
            return new FileDiscovery(settings, sample.columns(), !more);
        } catch (IOException failed) {
            throw FileTrouble.brokenOff(settings, failed);
        }
    }

    /** The first records of a file; those that are wrong are left out. */
    private static final class Sample implements RecordHandler {
        private final Columns names;
        private final List<ColumnSample> columns = new ArrayList<>();
        private int records;

        Sample(Columns names) {
            this.names = names;
            addColumns();
        }

        private void addColumns() {
            while (columns.size() < names.count()) {
                columns.add(new ColumnSample(names.name(columns.size()), records));
            }
        }

        List<ColumnSample> columns() {
            return columns;
        }

        @Override
        public void record(FileRecord record, long line) {
            addColumns();
            records++;
            for (int column = 0; column < columns.size(); column++) {
                columns.get(column).add(record.texts(column));
            }
        }

        @Override
        public void undecodable(FileRecord record, long line) {}

        @Override
        public void malformed(long line, String complaint) {}
    }

    /** One, named after the file. */
    @Override
    public List<OfferedType> types() {
        List<ColumnSample> keys = columns.stream()
                .filter(ColumnSample::isKey)
                .sorted(Comparator.comparing(ColumnSample::soundsLikeKey).reversed())
                .limit(MOST_ANCHORS)
                .toList();
        ColumnSample key = keys.isEmpty() ? null : keys.getFirst();
        List<OfferedAttribute> attributes = columns.stream().map(column -> attribute(column, key)).toList();
        return List.of(new OfferedType(name(), null, keys.stream().map(ColumnSample::name).toList(), attributes,
                List.of(), true));
    }

    private String name() {
        String file = Path.of(settings.file()).getFileName().toString();
        int dot = file.lastIndexOf('.');
        return (dot > 0 ? file.substring(0, dot) : file).toLowerCase(Locale.ROOT).replaceAll("\\s+", "-");
    }

    private OfferedAttribute attribute(ColumnSample column, ColumnSample key) {
        boolean isReference = sawAll && key != null && column != key && column.holdsKeysOf(key);
        AttributeType type = isReference ? AttributeType.REFERENCE : column.type();
        return new OfferedAttribute(column.name(), null, type, isReference ? null : column.format(),
                column.hasSeveral(), false, OfferedAttribute.Access.READ_WRITE, false, null);
    }

    /** Of a longer file only the first records were read. */
    @Override
    public ObjectCount count(OfferedType type, int most) {
        return new ObjectCount(Math.min(most, records()), sawAll && records() <= most);
    }

    private int records() {
        return columns.isEmpty() ? 0 : columns.getFirst().records();
    }

    @Override
    public TypeUsage usage(OfferedType type, int sample) {
        Map<String, TypeUsage.AttributeUsage> used = new HashMap<>();
        columns.stream().filter(column -> column.filled() > 0)
                .forEach(column -> used.put(column.name(), new TypeUsage.AttributeUsage(column.filled(),
                        column.hasSeveral() ? 2 : 1)));
        return new TypeUsage(records(), used);
    }

    /** That the file can be read is known by now. */
    @Override
    public List<ConnectionFinding> rights(List<IntendedExport> exports) {
        List<ConnectionFinding> findings = new ArrayList<>();
        Set<String> repeated = new HashSet<>();
        columns.stream().map(ColumnSample::name).filter(name -> !repeated.add(name)).distinct()
                .forEach(name -> findings.add(ConnectionFinding.warning(Where.CONNECTOR,
                        "The file '" + settings.file() + "' has the column '" + name + "' twice",
                        "rename one of them before it is read")));
        if (!exports.isEmpty() && !settings.path().toAbsolutePath().getParent().toFile().canWrite()) {
            findings.add(ConnectionFinding.error(Where.setting(FileSettings.FILE),
                    "Nothing can be written into the folder of '" + settings.file() + "'",
                    "give the account Syncline runs under the right to write files in "
                            + settings.path().toAbsolutePath().getParent()));
        }
        return findings;
    }

    /** The file was closed when its records had been read. */
    @Override
    public void close() {}
}
