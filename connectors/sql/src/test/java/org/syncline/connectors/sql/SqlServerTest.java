package org.syncline.connectors.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.syncline.connectors.spi.ConnectorSettings;
import org.syncline.connectors.spi.ObjectTypeSettings;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.TextValue;

/** What SQL Server would be asked and told: compared with what it is known to accept, parsed, and not run. */
class SqlServerTest {
    private static final AttributeDefinition LOGIN = AttributeDefinition.single("login", AttributeType.STRING);
    private static final AttributeDefinition PHONES = AttributeDefinition.multi("phones", AttributeType.STRING);

    private final People people = People.by("id").with(LOGIN)
            .with(PHONES, "number", null, Map.of("table", "phone", "owner", "owner"));

    @Test
    void statements() throws Exception {
        String url = "jdbc:h2:mem:mssql;MODE=MSSQLServer;DATABASE_TO_UPPER=FALSE;CASE_INSENSITIVE_IDENTIFIERS=TRUE";
        try (Connection connection = DriverManager.getConnection(url)) {
            connection.createStatement().execute(
                    "create table person (id int identity primary key, login varchar(20));"
                            + "create table phone (owner int, [number] varchar(20))");
            Relations relations = new Relations(connection, Dialect.SQL_SERVER);
            SqlSettings settings = settings(Map.of());
            ObjectTypeSettings type = people.type();
            SourceTable source = SourceTable.of(type, relations, settings);
            TargetTable target = TargetTable.of(type, relations, new Database(settings));
            SideTable phone = source.cells().sides().getFirst();
            Attributes anna = people.person().set("login", "anna").build();
            check("SELECT [id], [login] FROM [PUBLIC].[person]", source.select(""));
            check("SELECT [id], [login] FROM [PUBLIC].[person] WHERE [id] = ?", source.select(source.isOne()));
            check("SELECT [owner], [number] FROM [PUBLIC].[phone] WHERE [owner] IN (?, ?, ?)", phone.select(3));
            check("INSERT INTO [PUBLIC].[person] ([login]) OUTPUT INSERTED.[id] VALUES (?)",
                    target.plan(0, people.add("login", "anna")).statement());
            check("UPDATE [PUBLIC].[person] SET [login] = ? WHERE [id] = ?", target.plan(0,
                    people.update("7", anna, anna.with("login", new TextValue("ann")))).statement());
            check("DELETE FROM [PUBLIC].[person] WHERE [id] = ?", target.plan(0, People.delete("7")).statement());
            check("INSERT INTO [PUBLIC].[phone] ([owner], [number]) VALUES (?, ?)",
                    phone.insert(Dialect.SQL_SERVER));
            check("DELETE FROM [PUBLIC].[phone] WHERE [owner] = ? AND [number] = ?", phone.deleteValue());
            // no parser at hand knows CHANGETABLE
            assertEquals("SELECT c.[id] FROM CHANGETABLE(CHANGES [PUBLIC].[person], 7) AS c",
                    new ChangeTracking(source, new Database(settings)).query(7).sql());
            check("SELECT CHANGE_TRACKING_CURRENT_VERSION()", ChangeTracking.CURRENT);
            check("SELECT CHANGE_TRACKING_MIN_VALID_VERSION(OBJECT_ID(?))", ChangeTracking.OLDEST);
        }
    }

    @Test
    void aNameMeansItselfWhateverItHolds() {
        assertEquals("[a]]; drop table b --]", Dialect.SQL_SERVER.quoted("a]; drop table b --"));
    }

    @ParameterizedTest
    @CsvSource({"authentication=ActiveDirectoryServicePrincipal, authentication, ActiveDirectoryServicePrincipal",
            "authentication=ActiveDirectoryManagedIdentity;msiClientId=7, authentication, ActiveDirectoryManagedIdentity",
            "integratedSecurity=true;authenticationScheme=JavaKerberos, integratedSecurity, true",
            "encrypt=strict;trustServerCertificate=false, encrypt, strict",
            "'', socketTimeout, 330000"})
    void theDriverIsHandedWhatAnAdministratorWrites(String properties, String name, String value) throws Exception {
        SqlSettings settings = settings(Map.of("properties", properties));
        DriverPropertyInfo[] understood = DriverManager.getDriver(settings.url())
                .getPropertyInfo(settings.url(), new Database(settings).properties());
        DriverPropertyInfo property =
                Arrays.stream(understood).filter(each -> each.name.equals(name)).findFirst().orElseThrow();
        assertEquals(value, property.value);
    }

    private SqlSettings settings(Map<String, String> more) {
        Map<String, String> values =
                new HashMap<>(Map.of("url", "jdbc:sqlserver://db.example.com;databaseName=hr"));
        values.putAll(more);
        return SqlSettings.of(new ConnectorSettings("hr", Path.of("."), values, Map.of(), List.of(people.type())));
    }

    private static void check(String expected, String statement) throws Exception {
        assertEquals(expected, statement);
        assertNotNull(CCJSqlParserUtil.parse(statement, parser -> parser.withSquareBracketQuotation(true)));
    }
}
