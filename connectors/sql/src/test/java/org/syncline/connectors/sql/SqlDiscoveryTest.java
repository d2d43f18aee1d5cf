package org.syncline.connectors.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.syncline.connectors.spi.ConnectionFinding;
import org.syncline.connectors.spi.ConnectorSettings;
import org.syncline.connectors.spi.Discovery;
import org.syncline.connectors.spi.IntendedExport;
import org.syncline.connectors.spi.ObjectCount;
import org.syncline.connectors.spi.OfferedAttribute;
import org.syncline.connectors.spi.OfferedType;
import org.syncline.connectors.testkit.postgresql.PostgresServer;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.AttributeType;

/** What a database says it offers, and what its user may do. */
class SqlDiscoveryTest {
    private static final AttributeDefinition LOGIN = AttributeDefinition.single("login", AttributeType.STRING);
    private static final AttributeDefinition PHONES = AttributeDefinition.multi("phones", AttributeType.STRING);

    @ParameterizedTest
    @EnumSource(TestDatabase.Kind.class)
    void tablesAreOfferedAsTypes(TestDatabase.Kind kind) {
        try (TestDatabase database = kind.open()) {
            database.script("""
                    create table person (id integer generated always as identity primary key, login varchar(20) not null,
                      hired date, active boolean default true not null, photo %s, manager integer references person,
                      constraint one_login unique (login));
                    create table job (company varchar(9), nr integer, title varchar(20), primary key (company, nr));
                    create view active_person as select id, login from person where active
                    """.formatted(database.isPostgresql() ? "bytea" : "varbinary"));
            database.run("insert into person (login) values ('a'), ('b'), ('c')");
            try (Discovery discovery = new SqlConnectorFactory().discover(database.settings(List.of()))) {
                List<OfferedType> types = discovery.types().stream().filter(SqlDiscoveryTest::isHere).toList();
                assertEquals(List.of("active_person", "job", "person"),
                        types.stream().map(SqlDiscoveryTest::name).toList());
                assertEquals("company nr", types.get(1).anchors().getFirst().toLowerCase(Locale.ROOT));
                OfferedType person = types.get(2);
                assertEquals(List.of("id", "login"),
                        person.anchors().stream().map(anchor -> anchor.toLowerCase(Locale.ROOT)).toList());
                assertEquals(
                        List.of("id INTEGER READ_ONLY", "login STRING READ_WRITE required", "hired DATE READ_WRITE",
                                "active BOOLEAN READ_WRITE", "photo BINARY READ_WRITE", "manager REFERENCE READ_WRITE"),
                        person.attributes().stream().map(SqlDiscoveryTest::text).toList());
                assertEquals(new ObjectCount(3, true), discovery.count(person, 3));
                assertEquals(new ObjectCount(2, false), discovery.count(person, 2));
                assertEquals(2, discovery.usage(person, 2).sampled());
                assertEquals(0, discovery.usage(person, 2).of(person.attribute("hired").orElseThrow()).objects());
                assertEquals(2, discovery.usage(person, 2).of(person.attribute("login").orElseThrow()).objects());
            }
        }
    }

    /** Tables of other schemas, which other tests left, are named with theirs. */
    private static boolean isHere(OfferedType type) {
        return !type.name().contains(".");
    }

    private static String name(OfferedType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }

    private static String text(OfferedAttribute attribute) {
        return attribute.name().toLowerCase(Locale.ROOT) + " " + attribute.type() + " " + attribute.access()
                + (attribute.required() ? " required" : "");
    }

    @Test
    void rightsAreTriedWithoutWriting() {
        try (TestDatabase database = TestDatabase.postgresql()) {
            database.script("""
                    create table person (id integer primary key, login varchar(20));
                    create table phone (owner integer, phones varchar(20))
                    """);
            PostgresServer server = PostgresServer.shared();
            People people = People.by("id").with(LOGIN).with(PHONES, Map.of("table", "phone", "owner", "owner"));
            Map<String, String> guest = new HashMap<>(Map.of("user", server.guest()));
            ConnectorSettings settings = database.settings(guest, List.of(people.type()));
            Set<IntendedExport> writing = Set.of(new IntendedExport(
                    "person", true, false, true, Set.of(), Set.of("login", "phones")));
            assertTrue(findings(settings, writing).getFirst().contains("no table or view 'person'"));
            String schema = (String) database.ask("select current_schema()").getFirst().getFirst();
            database.run("grant usage on schema " + schema + " to " + server.guest());
            database.run("grant select on person, phone to " + server.guest());
            assertEquals(List.of(), findings(settings, Set.of()));
            assertEquals(List.of("Objects cannot be added", "Objects cannot be changed", "Objects cannot be deleted",
                    "Objects cannot gain values in a side table", "Objects cannot lose values in a side table"),
                    findings(settings, writing).stream().map(finding -> finding.replaceAll(" \\(.*", "")).toList());
            database.run("grant insert, update, delete on person, phone to " + server.guest());
            assertEquals(List.of(), findings(settings, writing));
            assertEquals(List.of(), database.ask("select 1 from person"));
        }
    }

    private static List<String> findings(ConnectorSettings settings, Set<IntendedExport> exports) {
        try (Discovery discovery = new SqlConnectorFactory().discover(settings)) {
            return discovery.rights(List.copyOf(exports)).stream().map(ConnectionFinding::what).toList();
        }
    }
}
