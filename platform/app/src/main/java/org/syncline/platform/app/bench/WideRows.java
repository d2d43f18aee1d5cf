package org.syncline.platform.app.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.syncline.connectors.file.bench.BareFile;
import org.syncline.connectors.sql.bench.BareTable;
import org.syncline.dsl.ruleset.RunProfile.Kind;

/**
 * Rows of forty columns and about two kilobytes, in a file and in a table: they are imported once, and then again and again with nothing
 * changed, each time beside a bare loop that reads every column of all of them.
 */
final class WideRows {
    private static final List<String> COLUMNS =
            IntStream.range(0, 40).mapToObj(number -> number == 0 ? "id" : "value" + number).toList();
    private static final int ROUNDS = 3;
    /** As many as an import reads at once. */
    private static final int PAGE = 500;
    private static final String FILE = "file";
    private static final String DATABASE = "database";
    private static final String CONFIGURATION = """
            <syncline xmlns="urn:syncline:1" name="bench">
              <metaverse><object-type name="thing"><attribute name="name"/></object-type></metaverse>
            </syncline>
            """;
    private static final String CONNECTOR = """
            <connector xmlns="urn:syncline:1" name="%s" type="%s" mode="read-only">
              <settings>%s</settings>
              <object-type name="%s" anchor="id">%s</object-type>
            </connector>
            """;

    private final long rows;
    private final BenchFolder folder;
    private final BareTable table;
    private final Stage stage;

    private WideRows(long rows, BenchFolder folder, BareTable table, Stage stage) {
        this.rows = rows;
        this.folder = folder;
        this.table = table;
        this.stage = stage;
    }

    static void play(Plan plan, Consumer<Phase> phases) throws IOException {
        Path temporary = Files.createTempDirectory("syncline-bench-database");
        Database used = plan.database() == null
                ? new Database("jdbc:h2:file:" + temporary.resolve("rows"), "", "")
                : plan.database();
        BareTable table = new BareTable(used.url(), used.user(), used.password(), "syncline_bench_rows", COLUMNS);
        try (BenchFolder rest = BenchFolder.at(temporary)) {
            BenchFolder folder = BenchFolder.of(Map.of(
                    "syncline.xml", CONFIGURATION,
                    "connectors/file.xml",
                    connector(FILE, "delimited-text", "row", Target.setting("file", "data/rows.csv")),
                    "connectors/database.xml",
                    connector(DATABASE, "sql", table.name(), Target.setting("url", used.url())
                            + Target.setting("user", used.user()) + "<setting name=\"password\" secret=\"bench\"/>")));
            try (Stage stage = Stage.open(folder, Map.of("SYNCLINE_SECRET_BENCH", used.password()), phases)) {
                new WideRows(plan.company().people(), folder, table, stage).play();
            } finally {
                table.drop();
            }
        }
    }

    private static String connector(String name, String type, String objectType, String settings) {
        String attributes = COLUMNS.stream().map(column -> "<attribute name=\"" + column + "\"/>")
                .collect(Collectors.joining());
        return CONNECTOR.formatted(name, type, settings, objectType, attributes);
    }

    private void play() throws IOException {
        write(file());
        follow(FILE, this::readFile);
        table.fill(values());
        follow(DATABASE, () -> table.read(PAGE));
    }

    private Path file() {
        return folder.folder().resolve("data/rows.csv");
    }

    private void follow(String connector, Runnable bareLoop) {
        stage.measure(connector + "-first-import", rows, () -> stage.run(connector, Kind.FULL_IMPORT));
        stage.measure(connector + "-first-sync", rows, () -> stage.run(connector, Kind.DELTA_SYNC));
        for (int round = 1; round <= ROUNDS; round++) {
            double floor = Measurement.of(bareLoop).seconds();
            stage.measureBesideFloor(connector + "-unchanged-" + round, rows, floor,
                    () -> stage.run(connector, Kind.FULL_IMPORT));
        }
        stage.measure(connector + "-nothing-to-sync", rows, () -> stage.run(connector, Kind.DELTA_SYNC));
    }

    private Iterator<List<String>> values() {
        return LongStream.rangeClosed(1, rows).mapToObj(WideRows::row).iterator();
    }

    private static List<String> row(long number) {
        SplittableRandom random = new SplittableRandom(number);
        List<String> row = new ArrayList<>(COLUMNS.size());
        row.add("E" + number);
        while (row.size() < COLUMNS.size()) {
            row.add("%016x %016x %016x".formatted(random.nextLong(), random.nextLong(), random.nextLong()));
        }
        return row;
    }

    private void write(Path file) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            writer.write(String.join(",", COLUMNS) + "\n");
            for (Iterator<List<String>> left = values(); left.hasNext();) {
                writer.write(String.join(",", left.next()) + "\n");
            }
        }
    }

    private void readFile() {
        long[] characters = {0};
        try {
            BareFile.read(file(), row -> COLUMNS.forEach(column -> characters[0] += row.apply(column).length()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
