package org.syncline.connectors.activedirectory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.unboundid.ldap.sdk.Entry;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.ExportOperation;
import org.syncline.connectors.spi.ExportResult;
import org.syncline.connectors.spi.ImportedChange;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.ReferenceValue;

/** Samba announces permissive modification and heeds it not; Active Directory does. */
class PermissiveModifyTest {
    private static final String GROUP = "CN=staff," + ImitatedController.DOMAIN;

    private final ImitatedController controller = new ImitatedController();

    @BeforeEach
    void putGroup() {
        Entry group = new Entry(GROUP);
        group.addAttribute("objectClass", "group");
        group.addAttribute("objectGUID", ImitatedController.guid("staff"));
        group.addAttribute("member", dn("ann"), dn("bob"));
        controller.put(group);
    }

    @AfterEach
    void close() {
        controller.close();
    }

    private static String dn(String name) {
        return "CN=" + name + "," + ImitatedController.DOMAIN;
    }

    /** Ann is there already, and Eve is gone already. */
    private void changeMembers() {
        try (Connector connector = ImitatedController.open(ImitatedController.connect(controller.url()),
                ActiveDirectoryDelta.NONE, Accounts.GROUP)) {
            ImportedChange.Whole group = Accounts.read(connector).named(GROUP);
            Delta.AttributeChange change = new Delta.AttributeChange(Accounts.GROUP.type().index("member"),
                    List.of(ReferenceValue.toDn(dn("ann")), ReferenceValue.toDn(dn("kim"))),
                    List.of(ReferenceValue.toDn(dn("bob")), ReferenceValue.toDn(dn("eve"))));
            ExportResult result = connector.export(List.of(new ExportOperation.Update(
                    "group", group.anchor(), GROUP, List.of(change), group.attributes()))).getFirst();
            assertTrue(result instanceof ExportResult.Accepted, () -> "was " + result);
        }
        assertEquals(Set.of(dn("ann"), dn("kim")), Set.of(controller.entry(GROUP).getAttributeValues("member")));
    }

    @Test
    void whereItIsAnnouncedMembersThatAreSoAlreadyCostNoSecondRequest() {
        controller.isPermissive();
        changeMembers();
        assertEquals(List.of(true), controller.modifications());
    }

    @Test
    void whereItIsNotTheyAreFoundOutAndLeftOut() {
        changeMembers();
        assertEquals(List.of(false, false), controller.modifications());
    }
}
