package org.syncline.connectors.ldap.delta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.syncline.connectors.ldap.entry.DirectoryContent;
import org.syncline.connectors.ldap.entry.LdapObjectType;
import org.syncline.connectors.ldap.entry.LdapScope;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.ObjectTypeSettings;
import org.syncline.connectors.spi.Watermark;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.ObjectType;
import org.syncline.schema.identity.Partitions;

/** What only the servers of some makers write into their logs. */
class LoggedChangesTest {
    private static final String BASE = "dc=example,dc=test";

    private static LdapObjectType persons(String anchor) {
        return new LdapObjectType(ObjectTypeSettings.of(ObjectType.ofConnectorSpace("inetOrgPerson",
                AttributeDefinition.single("cn", AttributeType.STRING)), anchor));
    }

    private static LoggedChanges changes(LdapObjectType type) {
        return new LoggedChanges(
                new DirectoryContent(null, new LdapScope(BASE, Partitions.NONE), List.of(type)));
    }

    private static Entry deletion(Attribute... others) {
        Entry record = new Entry("changeNumber=7,cn=changelog", new Attribute("changeNumber", "7"),
                new Attribute("targetDN", "cn=Ann," + BASE), new Attribute("changeType", "delete"));
        List.of(others).forEach(record::addAttribute);
        return record;
    }

    @ParameterizedTest
    @CsvSource({"nsUniqueId, 3c1d8a01-1dd211b2-8a30e5f8-1ba20000", "entryUUID, 3c1d8a01-1dd2-11b2-8a30-e5f81ba20000"})
    void aDeletedEntryIsKnownByItsUniqueIdInTheFormOfItsServer(String anchor, String id) throws LDAPException {
        LdapObjectType type = persons(anchor);
        LoggedChanges changes = changes(type);

        changes.add(deletion(new Attribute("targetUniqueId", id)));

        Touched touched = changes.touched(new Watermark("7"));
        assertEquals(List.of(new Anchor(id)), touched.entries().stream().map(entry -> entry.in(type)).toList());
    }

    @Test
    void aDeletionOfNobodyKnowsWhomNeedsAFullImport() {
        ConnectorException refusal = assertThrows(ConnectorException.class,
                () -> changes(persons("nsUniqueId")).add(deletion()));
        assertEquals(ConnectorException.Code.FULL_IMPORT_REQUIRED, refusal.code());
        assertTrue(refusal.getMessage().contains("nsuniqueid:targetUniqueId of the Retro Changelog"),
                refusal.getMessage());
    }
}
