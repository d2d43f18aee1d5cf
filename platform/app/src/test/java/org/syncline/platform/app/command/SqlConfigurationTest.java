package org.syncline.platform.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The connector file that the documentation of databases shows, in a configuration that takes its people to a second database. */
class SqlConfigurationTest {
    private static final String HR = "jdbc:h2:mem:hr-of-the-documentation";
    private static final String ACCOUNTS = "jdbc:h2:mem:accounts-of-the-documentation";

    @TempDir
    Path folder;

    private Connection hr;
    private Connection accounts;

    @BeforeEach
    void open() throws Exception {
        hr = DriverManager.getConnection(HR);
        accounts = DriverManager.getConnection(ACCOUNTS);
        run(hr, """
                create schema hr;
                create table hr.employee (id integer primary key, last_name varchar(80), hired date, manager_id integer);
                create table hr.phone (employee_id integer, number varchar(20));
                insert into hr.employee values (1, 'Åkesson', date '2020-02-01', null), (2, 'O''Brien', null, 1);
                insert into hr.phone values (1, '+46 8 1'), (1, '+46 8 2')
                """);
        run(accounts, """
                create table account (id integer generated always as identity primary key, employee integer unique,
                  name varchar(80), manager integer);
                create table account_phone (account integer, phone varchar(20), primary key (account, phone))
                """);
        write("syncline.xml", """
                <syncline xmlns="urn:syncline:1" name="databases">
                  <metaverse>
                    <object-type name="person">
                      <attribute name="number" indexed="true"/>
                      <attribute name="name"/>
                      <attribute name="phones" multi-valued="true"/>
                      <attribute name="manager" type="reference"/>
                    </object-type>
                  </metaverse>
                </syncline>
                """);
        write("connectors/hr.xml", ofTheDocumentation());
        write("connectors/accounts.xml", """
                <connector xmlns="urn:syncline:1" name="accounts" type="sql">
                  <settings><setting name="url" value="%s"/></settings>
                  <object-type name="account" anchor="id" secondary-key="employee">
                    <attribute name="employee"/>
                    <attribute name="name"/>
                    <attribute name="manager" type="reference" to="account"/>
                    <attribute name="phones" column="phone" multi-valued="true">
                      <settings>
                        <setting name="table" value="account_phone"/>
                        <setting name="owner" value="account"/>
                      </settings>
                    </attribute>
                  </object-type>
                </connector>
                """.formatted(ACCOUNTS));
        write("rules/join/hr.xml", """
                <join-rules xmlns="urn:syncline:1" connector="hr" object-type="employee" metaverse-type="person">
                  <join name="by number"><match attribute="anchor" with="number"/></join>
                  <project name="new people"/>
                </join-rules>
                """);
        write("rules/join/accounts.xml", """
                <join-rules xmlns="urn:syncline:1" connector="accounts" object-type="account" metaverse-type="person">
                  <join name="by number"><match attribute="employee" with="number"/></join>
                </join-rules>
                """);
        write("rules/attribute-flow/hr.xml", """
                <attribute-flows xmlns="urn:syncline:1" connector="hr" object-type="employee" metaverse-type="person">
                  <import to="number">[anchor]</import>
                  <import from="lastName" to="name"/>
                  <import from="phones" to="phones"/>
                  <import from="manager" to="manager"/>
                </attribute-flows>
                """);
        write("rules/attribute-flow/accounts.xml", """
                <attribute-flows xmlns="urn:syncline:1" connector="accounts" object-type="account"
                                 metaverse-type="person">
                  <export from="number" to="employee"/>
                  <export from="name" to="name"/>
                  <export from="phones" to="phones"/>
                  <export from="manager" to="manager"/>
                </attribute-flows>
                """);
        write("rules/provisioning/accounts.xml", """
                <provisioning-rules xmlns="urn:syncline:1" connector="accounts" object-type="account"
                                    metaverse-type="person">
                  <provision name="an account for each"/>
                  <when-identity-ends><delete/></when-identity-ends>
                </provisioning-rules>
                """);
    }

    /** The example with the address of the test's database. */
    private static String ofTheDocumentation() throws IOException {
        String page = Files.readString(Path.of("../../connectors/sql/README.md"));
        Matcher example = Pattern.compile("```xml\n(<connector name=\"hr\".*?</connector>\n)```", Pattern.DOTALL)
                .matcher(page);
        assertTrue(example.find());
        return example.group(1)
                .replace("<connector ", "<connector xmlns=\"urn:syncline:1\" ")
                .replaceAll("\\s*<setting name=\"(user|password)\"[^>]*>", "")
                .replaceAll("jdbc:postgresql:[^\"]*", HR);
    }

    @AfterEach
    void close() throws SQLException {
        hr.close();
        accounts.close();
    }

    @Test
    void takesPeopleFromTablesToTables() throws Exception {
        cycle();
        assertEquals(List.of("1 Åkesson null", "2 O'Brien 1"), ask(accounts,
                "select a.employee, a.name, m.employee from account a left join account m on m.id = a.manager order by 1"));
        assertEquals(List.of("1 +46 8 1", "1 +46 8 2"), ask(accounts,
                "select a.employee, p.phone from account_phone p join account a on a.id = p.account order by 1, 2"));
        run(hr, "update hr.phone set number = '+46 8 3' where number = '+46 8 2'");
        run(hr, "update hr.employee set manager_id = null where id = 2");
        run(hr, "insert into hr.employee (id, last_name) values (3, 'Ng')");
        cycle();
        assertEquals(List.of("1 Åkesson null", "2 O'Brien 1", "3 Ng null"), ask(accounts,
                "select a.employee, a.name, m.employee from account a left join account m on m.id = a.manager order by 1"),
                "without allow-null a value stays");
        assertEquals(List.of("+46 8 1", "+46 8 3"), ask(accounts, "select phone from account_phone order by 1"));
    }

    private void cycle() {
        Terminal terminal = Terminal.run("run", folder.toString());
        assertEquals(ExitCode.CLEAN, terminal.code(), terminal.out() + terminal.err());
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(folder.resolve(file).getParent());
        Files.writeString(folder.resolve(file), text);
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> ask(Connection connection, String sql) throws SQLException {
        List<String> answers = new ArrayList<>();
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                StringBuilder row = new StringBuilder();
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    row.append(column == 1 ? "" : " ").append(rows.getString(column));
                }
                answers.add(row.toString());
            }
        }
        return answers;
    }
}
