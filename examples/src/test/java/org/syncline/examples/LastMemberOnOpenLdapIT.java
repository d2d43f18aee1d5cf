package org.syncline.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.unboundid.ldap.sdk.Entry;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The groups of the example on a real server, which refuses a group without members: what is done in place of that. */
@Tag("slapd")
class LastMemberOnOpenLdapIT {
    private static final String EMPLOYEES = "data/employees.csv";
    private static final String NOBODY = "cn=nobody,dc=example,dc=test";
    private static final String ANN = "uid=aberg,ou=People,dc=example,dc=test";
    private static final String EVE = "uid=efox,ou=People,dc=example,dc=test";

    @TempDir
    private Path temporary;

    private ServedDirectory directory;
    private ConfigurationFolder example;

    @BeforeEach
    void start() {
        directory = ServedDirectory.start();
        directory.add("dn: ou=Leavers,dc=example,dc=test", "objectClass: organizationalUnit", "ou: Leavers");
        example = ConfigurationFolder.example(temporary.resolve("example"));
        directory.replaceEmbeddedOf(example);
    }

    @AfterEach
    void stop() {
        directory.close();
    }

    /** Bob starts long after this test: the group of his department has to wait for him. */
    private void annWorksIn(String department) {
        String header = example.read(EMPLOYEES).lines().findFirst().orElseThrow();
        example.write(EMPLOYEES, String.join("\n",
                header,
                "E1,Ann,Berg,Clerk," + department + ",CC-1,DE,Bonn,,,aberg@meridian.example,,2004-09-10,,active",
                "E2,Bob,Blum,Clerk,Archive,CC-1,DE,Bonn,,,bblum@meridian.example,,2999-09-10,,active",
                "E3,Eve,Fox,Clerk,Sales,CC-1,DE,Bonn,,,efox@meridian.example,,2004-09-10,,active") + "\n");
    }

    private void run() {
        directory.launcher().run("run", example.path().toString(), "--json").endedWith(0);
    }

    /** The members of each group, by its name. */
    private Map<String, List<String>> groups() {
        Map<String, List<String>> groups = new TreeMap<>();
        for (Entry group : directory.groups()) {
            groups.put(group.getAttributeValue("cn"),
                    Arrays.stream(group.getAttributeValues("member")).sorted().toList());
        }
        return groups;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"keep-last|" + ANN, "delete|", "placeholder:" + NOBODY + "|" + NOBODY})
    void aGroupWhoseLastMemberGoesIsWhatTheRuleSays(String whenEmpty, String left) {
        example.replace("rules/attribute-flow/directory-groups.xml",
                "to=\"member\"/>", "to=\"member\" when-empty=\"" + whenEmpty + "\"/>");
        annWorksIn("Archive");
        run();
        assertEquals(Map.of("Archive", List.of(ANN), "Sales", List.of(EVE)), groups());

        annWorksIn("Sales");
        run();
        assertEquals(
                left == null
                        ? Map.of("Sales", List.of(ANN, EVE))
                        : Map.of("Archive", List.of(left), "Sales", List.of(ANN, EVE)),
                groups());
        run();

        annWorksIn("Archive");
        run();
        assertEquals(Map.of("Archive", List.of(ANN), "Sales", List.of(EVE)), groups());
    }
}
