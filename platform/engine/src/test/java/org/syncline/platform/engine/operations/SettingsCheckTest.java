package org.syncline.platform.engine.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.syncline.connectors.spi.Capability;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.ConnectorFactory;
import org.syncline.connectors.spi.ConnectorSettings;
import org.syncline.connectors.spi.ObjectTypeSettings;
import org.syncline.connectors.spi.SettingDefinition;
import org.syncline.dsl.ruleset.Ruleset;
import org.syncline.dsl.xml.ReadResult;
import org.syncline.dsl.xml.RulesetReader;
import org.syncline.platform.engine.connection.Connectors;

/** What is said of the settings that only a connector's type knows, and what reaches the connector. */
class SettingsCheckTest {
    @TempDir
    Path folder;

    private final Tables tables = new Tables();

    /** A type with settings of connectors, object types and attributes. */
    private static final class Tables implements ConnectorFactory {
        private ConnectorSettings asked;

        @Override
        public String type() {
            return "tables";
        }

        @Override
        public List<SettingDefinition> settings() {
            return List.of(SettingDefinition.optional("server", "Where it is.", null));
        }

        @Override
        public List<SettingDefinition> objectTypeSettings() {
            return List.of(SettingDefinition.required("table", "Where its rows are."),
                    SettingDefinition.optional("order", "How they are read.", "none"));
        }

        @Override
        public List<SettingDefinition> attributeSettings() {
            return List.of(SettingDefinition.optional("side-table", "Where its values are.", null));
        }

        @Override
        public Set<Capability> capabilities() {
            return EnumSet.allOf(Capability.class);
        }

        @Override
        public Set<Capability> capabilities(ConnectorSettings settings) {
            asked = settings;
            return capabilities();
        }

        @Override
        public Connector open(ConnectorSettings settings) {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void slipsInSettingsAreNamedWhereTheyStand() throws Exception {
        Ruleset ruleset = ruleset("""
                <connector xmlns="urn:syncline:1" name="hr" type="tables">
                  <settings><setting name="servr" value="a"/></settings>
                  <object-type name="person" anchor="id">
                    <settings><setting name="tabel" value="person"/></settings>
                    <attribute name="phone">
                      <settings><setting name="side-tabl" value="phone"/></settings>
                    </attribute>
                  </object-type>
                </connector>
                """);
        assertEquals(
                List.of("connectors/hr.xml:1:1 Connector 'hr': Unknown setting 'servr' of connector type 'tables'."
                        + " Did you mean server?",
                        "connectors/hr.xml:3:3 Connector 'hr': The setting 'table' of object type 'person' is missing:"
                                + " Where its rows are.",
                        "connectors/hr.xml:4:30 Connector 'hr': Unknown setting 'tabel' of object type 'person'."
                                + " Did you mean table?",
                        "connectors/hr.xml:6:32 Connector 'hr': Unknown setting 'side-tabl' of attribute 'phone' of"
                                + " object type 'person'. Did you mean side-table?"),
                new SettingsCheck(connectors()).check(ruleset).stream()
                        .map(finding -> finding.location().file() + ":" + finding.location().line() + ":"
                                + finding.location().column() + " " + finding.message())
                        .toList());
    }

    @Test
    void theConnectorReceivesThemWithDefaults() throws Exception {
        Ruleset ruleset = ruleset("""
                <connector xmlns="urn:syncline:1" name="hr" type="tables">
                  <object-type name="person" anchor="id">
                    <settings><setting name="table" value="hr.person"/></settings>
                    <attribute name="phone">
                      <settings><setting name="side-table" value="hr.phone"/></settings>
                    </attribute>
                  </object-type>
                </connector>
                """);
        assertEquals(List.of(), new SettingsCheck(connectors()).check(ruleset));
        connectors().capabilities(ruleset.connectors().get("hr"));
        ObjectTypeSettings person = tables.asked.objectType("person").orElseThrow();
        assertEquals(Map.of("table", "hr.person", "order", "none"), person.values());
        assertEquals(Optional.of("hr.phone"), person.attributes().getFirst().value("side-table"));
    }

    @Test
    void anotherTableIsAnotherSelection() throws Exception {
        String connector = """
                <connector xmlns="urn:syncline:1" name="hr" type="tables">
                  <object-type name="person" anchor="id">
                    <settings><setting name="table" value="person"/></settings>
                    <attribute name="phone"/>
                  </object-type>
                </connector>
                """;
        Map<String, String> before = connectors().selection(ruleset(connector).connectors().get("hr")).parts();
        Ruleset changed = ruleset(connector.replace("value=\"person\"", "value=\"people\""));
        assertEquals(Optional.of("object type 'person' is another"),
                connectors().selection(changed.connectors().get("hr")).changeSince(before));
    }

    private Connectors connectors() {
        return new Connectors(folder, name -> Optional.empty(), Clock.systemUTC()).of(List.of(tables));
    }

    private Ruleset ruleset(String connector) throws Exception {
        Files.createDirectories(folder.resolve("connectors"));
        Files.writeString(folder.resolve("connectors/hr.xml"), connector);
        Files.writeString(folder.resolve("syncline.xml"), """
                <syncline xmlns="urn:syncline:1" name="test">
                  <metaverse><object-type name="person"><attribute name="phone"/></object-type></metaverse>
                </syncline>
                """);
        return assertInstanceOf(ReadResult.Ready.class, new RulesetReader(Map.of()).read(folder)).ruleset();
    }
}
