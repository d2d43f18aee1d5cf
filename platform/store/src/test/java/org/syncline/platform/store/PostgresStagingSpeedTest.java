package org.syncline.platform.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.syncline.dsl.ruleset.RunProfile.Kind;
import org.syncline.platform.engine.WrittenHouse;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.run.StepResult;

/**
 * What a full import of new objects, of 40 attributes and about 2 KB, takes beside a bare {@code COPY} of the rows that it writes into
 * tables with the same indexes: run with {@code -Dstaging.objects=50000}, where nothing else runs.
 */
@EnabledIfSystemProperty(named = "staging.objects", matches = "\\d+")
class PostgresStagingSpeedTest {
    private static final int ATTRIBUTES = 40;
    private static final int ROUNDS = 4;
    private static final double MOST = 3;
    private static final List<String> TABLES = List.of("connector_space_object", "connector_space_key");

    @TempDir
    private Path folder;

    private final int objects = Integer.getInteger("staging.objects", 0);

    private record Round(double staging, double copy) {
        double ratio() {
            return staging / copy;
        }
    }

    private WrittenHouse house(Path files, StoreAddress address) {
        String attributes = IntStream.range(0, ATTRIBUTES).mapToObj(at -> "<attribute name=\"a" + at + "\"/>")
                .collect(Collectors.joining("", "<object-type name=\"employee\" anchor=\"a0\">", "</object-type>"));
        WrittenHouse house = new WrittenHouse(files)
                .metaverse("<object-type name=\"person\"><attribute name=\"a0\"/></object-type>")
                .source("hr", attributes)
                .storedIn(types -> JdbcStore.open(address, types));
        Random random = new Random(objects);
        for (int object = 0; object < objects; object++) {
            house.put("hr", "employee", String.valueOf(object), words(object, random));
        }
        return house;
    }

    private static String[] words(int object, Random random) {
        return IntStream.range(0, ATTRIBUTES).mapToObj(at -> "a" + at + "=" + (at == 0
                ? String.valueOf(object)
                : Long.toString(random.nextLong() & Long.MAX_VALUE, 36) + " of the attribute number " + at))
                .toArray(String[]::new);
    }

    private Round round(int number) throws Exception {
        StoreAddress address = PostgresStores.newAddress();
        WrittenHouse house = house(folder.resolve("" + number), address);
        try (Store store = house.store()) {
            long began = System.nanoTime();
            assertEquals(StepResult.SUCCESS, house.run("hr", Kind.FULL_IMPORT).result());
            double staging = (System.nanoTime() - began) / 1e9;
            return new Round(staging, copy(address));
        } finally {
            house.leave();
        }
    }

    private double copy(StoreAddress address) throws SQLException, IOException {
        try (Connection connection =
                DriverManager.getConnection(address.url(), address.user(), address.password());
                Statement statement = connection.createStatement()) {
            CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
            List<byte[]> rows = new ArrayList<>();
            for (String table : TABLES) {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                copies.copyOut("copy " + table + " to stdout (format binary)", bytes);
                rows.add(bytes.toByteArray());
                statement.execute("create table bare_" + table + " (like " + table + " including all)");
            }
            connection.setAutoCommit(false);
            long began = System.nanoTime();
            long copied = 0;
            for (int at = 0; at < rows.size(); at++) {
                copied += copies.copyIn("copy bare_" + TABLES.get(at) + " from stdin (format binary)",
                        new ByteArrayInputStream(rows.get(at)), 1 << 16);
            }
            connection.commit();
            double seconds = (System.nanoTime() - began) / 1e9;
            assertTrue(copied >= 2L * objects, copied + " rows");
            return seconds;
        }
    }

    @Test
    void takesAFewTimesABareCopyAtMost() throws Exception {
        List<Round> rounds = new ArrayList<>();
        for (int number = 0; number < ROUNDS; number++) {
            Round round = round(number);
            rounds.add(round);
            System.out.printf("staging %.2f s, bare copy %.2f s: %.2f times%n", round.staging, round.copy,
                    round.ratio());
        }
        double best = rounds.stream().skip(1).mapToDouble(Round::ratio).min().orElseThrow();
        assertTrue(best <= MOST, "at best " + best + " times a bare copy");
    }
}
