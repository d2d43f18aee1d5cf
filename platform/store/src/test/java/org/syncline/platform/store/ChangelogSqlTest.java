package org.syncline.platform.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The one changelog says what it should to every database. */
class ChangelogSqlTest {
    @TempDir
    private Path folder;

    /** The SQL without what differs from run to run. */
    private String sql(String dbms) throws Exception {
        ClassLoaderResourceAccessor resources = new ClassLoaderResourceAccessor();
        Path applied = folder.resolve(dbms + ".csv");
        Database database = DatabaseFactory.getInstance()
                .openDatabase("offline:" + dbms + "?outputLiquibaseSql=all&changeLogFile=" + applied, null, null, null,
                        resources);
        StringWriter writer = new StringWriter();
        try (Liquibase liquibase = new Liquibase(Changelog.MASTER, resources, database)) {
            liquibase.update(new Contexts(), new LabelExpression(), writer);
        }
        return writer.toString().lines()
                .filter(line -> !line.startsWith("--") && !line.isBlank() && !line.contains("DATABASECHANGELOGLOCK"))
                .map(line -> line.replaceAll("'\\d{10}'\\)", "'0000000000')"))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String golden(String resource) throws IOException {
        try (InputStream stream = ChangelogSqlTest.class.getResourceAsStream(resource)) {
            return stream == null ? "" : new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void assertGolden(String dbms, String resource) throws Exception {
        String sql = sql(dbms);
        Path actual = Path.of("target", resource);
        Files.writeString(actual, sql);
        assertEquals(golden(resource), sql, "If this is meant, copy " + actual + " over the resource of its name");
    }

    @Test
    void speaksTheLanguageOfSqlServer() throws Exception {
        assertGolden("mssql", "store-mssql.sql");
        String sql = golden("store-mssql.sql").toLowerCase(Locale.ROOT);
        assertTrue(sql.contains("nvarchar(max)") && sql.contains("varbinary(max)"));
        String columns =
                sql.lines().filter(line -> !line.contains("databasechangelog")).collect(Collectors.joining("\n"));
        assertFalse(columns.matches("(?s).*[ ,]varchar.*"), "text of one byte a character");
        assertFalse(columns.contains(" image") || columns.contains(" ntext"), "types of the last century");
    }

    @Test
    void speaksTheLanguageOfPostgres() throws Exception {
        assertGolden("postgresql", "store-postgresql.sql");
        String sql = golden("store-postgresql.sql").toLowerCase(Locale.ROOT);
        assertTrue(sql.contains("bytea"));
        assertFalse(sql.contains(" oid"), "large objects outside the row");
    }

    /** A new embedded store is made by this script. */
    @Test
    void speaksTheLanguageOfTheEmbeddedDatabase() throws Exception {
        assertGolden("h2", "store-h2.sql");
    }
}
