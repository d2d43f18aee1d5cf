package org.syncline.connectors.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.ConnectorSettings;
import org.syncline.connectors.spi.ExportOperation;
import org.syncline.connectors.spi.ExportResult;
import org.syncline.connectors.spi.ObjectTypeSettings;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.ObjectType;
import org.syncline.schema.identity.TextValue;

/** With a base, names are a tree. */
class MemoryTreeTest {
    private static final ObjectType NODE =
            ObjectType.ofConnectorSpace("node", AttributeDefinition.single("id", AttributeType.STRING));

    private final Connector connector = new MemoryConnectorFactory().open(new ConnectorSettings(
            "tree", Path.of("."), Map.of("names", "true", "base", "dc=test"), Map.of(),
            List.of(ObjectTypeSettings.of(NODE, "id"))));
    private final MemorySystem system = MemorySystem.named("tree");

    @AfterEach
    void forget() {
        MemorySystem.forget("tree");
    }

    private ExportResult add(String dn) {
        return connector.export(List.of(new ExportOperation.Add(
                Attributes.builder(NODE).set("dn", dn).build()))).getFirst();
    }

    private ExportResult rename(String from, String to) {
        Delta.AttributeChange change = new Delta.AttributeChange(
                0, List.of(new TextValue(to)), List.of(new TextValue(from)));
        return connector.export(List.of(new ExportOperation.Update("node", null, from, List.of(change), null)))
                .getFirst();
    }

    private ExportResult delete(String dn) {
        return connector.export(List.of(new ExportOperation.Delete("node", null, dn))).getFirst();
    }

    private static void assertRefused(ExportResult.Code code, ExportResult result) {
        assertEquals(code, assertInstanceOf(ExportResult.Rejected.class, result).code());
    }

    private List<String> names() {
        return system.objects("node").stream().map(node -> node.attributes().dn()).sorted().toList();
    }

    @Test
    void anObjectNeedsTheOneAboveIt() {
        assertRefused(ExportResult.Code.NO_SUCH_OBJECT, add("cn=Ann,ou=People,dc=test"));
        add("OU=People, dc=test");
        assertInstanceOf(ExportResult.Accepted.class, add("cn=Ann,ou=People,dc=test"));
        assertRefused(ExportResult.Code.NO_SUCH_OBJECT, rename("cn=Ann,ou=People,dc=test", "cn=Ann,ou=None,dc=test"));
    }

    @Test
    void onlyAnEmptyOneCanBeDeleted() {
        add("ou=People,dc=test");
        add("cn=Ann,ou=People,dc=test");
        assertRefused(ExportResult.Code.CONSTRAINT_VIOLATION, delete("ou=People,dc=test"));
        delete("cn=Ann,ou=People,dc=test");
        assertInstanceOf(ExportResult.Accepted.class, delete("ou=People,dc=test"));
        assertEquals(List.of(), names());
    }

    @Test
    void whatIsBelowMovesAlong() {
        add("ou=People,dc=test");
        add("ou=Here,ou=People,dc=test");
        add("cn=Ann,ou=Here,ou=People,dc=test");
        rename("ou=People,dc=test", "ou=Humans,dc=test");
        assertEquals(
                List.of("cn=Ann,ou=Here,ou=Humans,dc=test", "ou=Here,ou=Humans,dc=test", "ou=Humans,dc=test"), names());
        assertInstanceOf(ExportResult.Accepted.class, delete("cn=Ann,ou=Here,ou=Humans,dc=test"));
    }

    @Test
    void namesOutsideMayBeAnything() {
        assertInstanceOf(ExportResult.Accepted.class, add("cn=Ann,ou=Elsewhere"));
    }
}
