package org.syncline.platform.engine.discovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.syncline.connectors.spi.IntendedExport;
import org.syncline.dsl.expression.Present;
import org.syncline.dsl.ruleset.Ruleset;
import org.syncline.dsl.xml.ReadResult;
import org.syncline.dsl.xml.RulesetReader;

/** What can be told from rules alone of what they write, and where. */
class IntendedExportsTest {
    private static final RulesetReader READER = new RulesetReader(Map.of());

    @TempDir
    Path folder;

    @BeforeEach
    void writeFolder() throws IOException {
        write("syncline.xml", """
                <syncline xmlns="urn:syncline:1" name="test">
                  <parameter name="Base" value="dc=example,dc=test"/>
                  <metaverse>
                    <object-type name="person">
                      <attribute name="uid"/><attribute name="sn"/><attribute name="city"/>
                      <attribute name="floor" type="integer"/>
                    </object-type>
                  </metaverse>
                </syncline>
                """);
        write("connectors/directory.xml", """
                <connector xmlns="urn:syncline:1" name="directory" type="ldap">
                  <object-type name="inetOrgPerson" anchor="entryUUID">
                    <attribute name="uid"/><attribute name="surname" column="sn"/><attribute name="description"/>
                    <attribute name="userPassword" sensitive="true"/>
                  </object-type>
                  <object-type name="groupOfNames" anchor="entryUUID"><attribute name="cn"/></object-type>
                </connector>
                """);
    }

    private void provisioning(String rules) throws IOException {
        write("rules/provisioning/directory.xml", """
                <provisioning-rules xmlns="urn:syncline:1" connector="directory" object-type="inetOrgPerson" metaverse-type="person">
                %s
                </provisioning-rules>
                """.formatted(rules));
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private List<IntendedExport> intended() {
        ReadResult read = READER.read(folder);
        Ruleset ruleset = assertInstanceOf(ReadResult.Ready.class, read, read::toString).ruleset();
        Containers containers = new Containers(ruleset.metaverse(), Present.at(Instant.EPOCH));
        return new IntendedExports(ruleset, containers).to(ruleset.connectors().get("directory"));
    }

    @Test
    void withoutRulesNothingIsWritten() {
        assertEquals(List.of(), intended());
    }

    @Test
    void flowsWriteTheColumnsOfTheirAttributes() throws IOException {
        write("rules/attribute-flow/directory.xml", """
                <attribute-flows xmlns="urn:syncline:1" connector="directory" object-type="inetOrgPerson" metaverse-type="person">
                  <export from="sn" to="surname"/>
                </attribute-flows>
                """);
        assertEquals(List.of(new IntendedExport("inetOrgPerson", false, false, false, Set.of(), Set.of("sn"))),
                intended());
    }

    @Test
    void accountsAreCreatedMovedAndDeletedUnderWhatIsTheSameForEverybody() throws IOException {
        provisioning("""
                <provision name="people">
                  <unique to="uid"><candidate>[uid]</candidate></unique>
                  <dn>"uid=" &amp; EscapeDNComponent({uid}) &amp; ",ou=" &amp; EscapeDNComponent([city]) &amp; ",ou=People," &amp; %Base%</dn>
                  <initial to="userPassword"><random-password length="24"/></initial>
                </provision>
                <when-identity-ends>
                  <disable>
                    <set to="description" value="left"/>
                    <move-to>"ou=Leavers," &amp; %Base%</move-to>
                  </disable>
                  <delete after="P30D"/>
                </when-identity-ends>
                """);
        assertEquals(List.of(new IntendedExport("inetOrgPerson", true, true, true,
                Set.of("ou=People,dc=example,dc=test", "ou=Leavers,dc=example,dc=test"),
                Set.of("uid", "userPassword", "description"))), intended());
    }

    @Test
    void namesThatCannotBeToldHaveNoContainer() throws IOException {
        provisioning(
                "<provision name=\"people\"><dn>\"uid=\" &amp; [uid] &amp; \",ou=\" &amp; Word([city], 7, \" \")</dn></provision>");
        assertEquals(Set.of(), intended().getFirst().containers());
    }
}
