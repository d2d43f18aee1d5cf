package org.syncline.connectors.ldap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ModifyRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.syncline.connectors.ldap.entry.LdapObjectType;
import org.syncline.connectors.spi.ObjectTypeSettings;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.ObjectType;
import org.syncline.schema.identity.TextValue;

class EntryWriterTest {
    private static final EntryWriter PEOPLE = new EntryWriter(new LdapObjectType(People.PERSON));

    @Test
    void aNewEntryHasItsObjectClassAndNoEmptyValues() throws LDAPException {
        Attributes ann = People.person("Ann").set("mail", "").build();
        assertEquals(
                List.of("dn: " + People.dn("Ann"), "changetype: add", "objectClass: inetOrgPerson", "cn: Ann",
                        "sn: Sn Ann"),
                List.of(PEOPLE.add(ann).toLDIF()));
    }

    @Test
    void aNewEntryGetsTheValuesOfItsName() throws LDAPException {
        Attributes ann =
                People.person("Ann").set("cn", (String) null).set("dn", "cn=Ann+uid=a1," + Servers.BASE).build();
        assertEquals(List.of("objectClass: inetOrgPerson", "sn: Sn Ann", "cn: Ann", "uid: a1"),
                List.of(PEOPLE.add(ann).toLDIF()).subList(2, 6));
    }

    @Test
    void objectClassesThatFlowAreSentInsteadOfTheTypesName() throws LDAPException {
        ObjectType type = ObjectType.ofConnectorSpace("inetOrgPerson",
                AttributeDefinition.single("cn", AttributeType.STRING),
                AttributeDefinition.multi("objectClass", AttributeType.STRING));
        Attributes ann = Attributes.builder(type).set("dn", "cn=Ann,dc=test").set("cn", "Ann")
                .set("objectClass", texts("inetOrgPerson", "posixAccount")).build();
        EntryWriter writer = new EntryWriter(new LdapObjectType(ObjectTypeSettings.of(type, "entryUUID")));
        assertEquals(List.of("cn: Ann", "objectClass: inetOrgPerson", "objectClass: posixAccount"),
                List.of(writer.add(ann).toLDIF()).subList(2, 5));
    }

    @Test
    void oneValueIsReplacedAndOfSeveralOnlyTheDifferenceIsSent() throws LDAPException {
        Attributes before = People.person("Ann").set("mail", "a@x").set("carLicense", texts("1", "2")).build();
        Attributes after = People.person("Ann").set("mail", "b@x").set("carLicense", texts("2", "3")).build();
        assertModifications(before, after,
                "replace: mail", "mail: b@x", "-", "delete: carLicense", "carLicense: 1", "-", "add: carLicense",
                "carLicense: 3");
    }

    @Test
    void aValueThatGoesIsReplacedByNothing() throws LDAPException {
        assertModifications(People.person("Ann").set("mail", "a@x").build(), People.person("Ann").build(),
                "replace: mail");
    }

    @Test
    void aValueThatBecomesEmptyIsReplacedByNothing() throws LDAPException {
        assertModifications(People.person("Ann").set("mail", "a@x").build(),
                People.person("Ann").set("mail", "").build(),
                "replace: mail");
    }

    @Test
    void theValuesOfANewNameAreNotSentASecondTime() throws LDAPException {
        Attributes before = People.person("Ann").build();
        assertModifications(before,
                before.with("cn", new TextValue("Eve")).with("dn", new TextValue(People.dn("Eve"))));
        assertModifications(before,
                before.with("cn", new TextValue("eve")).with("dn", new TextValue(People.dn("EVE"))));
    }

    @Test
    void aValueThatComesIntoTheNameReplacesTheOneThatWasBesideIt() throws LDAPException {
        Attributes before = People.person("Ann").set("uid", "a1").build();
        Attributes after = before.with("uid", new TextValue("a2")).with("dn", new TextValue("uid=a2," + Servers.BASE));
        assertModifications(before, after, "replace: uid", "uid: a2");
    }

    @Test
    void otherValuesOfTheNamingAttributeAreSent() throws LDAPException {
        ObjectType type =
                ObjectType.ofConnectorSpace("inetOrgPerson", AttributeDefinition.multi("cn", AttributeType.STRING));
        Attributes before =
                Attributes.builder(type).set("dn", People.dn("Ann")).set("cn", texts("Ann", "Ann A")).build();
        Attributes after =
                Attributes.builder(type).set("dn", People.dn("Eve")).set("cn", texts("Eve", "Eve A")).build();
        assertModifications(before, after, "delete: cn", "cn: Ann A", "-", "add: cn", "cn: Eve A");
    }

    private static void assertModifications(Attributes before, Attributes after, String... expected)
            throws LDAPException {
        LdapObjectType type = new LdapObjectType(ObjectTypeSettings.of(before.type(), "entryUUID"));
        List<Delta.AttributeChange> changes = Delta.between(before, after).changes();
        Renaming renaming = before.dn().equals(after.dn()) ? null : Renaming.between(before.dn(), after.dn());
        var modifications = new EntryWriter(type).modifications(changes, renaming);
        List<String> lines = modifications.isEmpty()
                ? List.of()
                : List.of(new ModifyRequest(before.dn(), modifications).toLDIF());
        assertEquals(List.of(expected), lines.stream().skip(2).limit(Math.max(0, lines.size() - 3)).toList());
    }

    private static Content texts(String... texts) {
        return Content.of(java.util.Arrays.stream(texts).map(TextValue::new).toList());
    }
}
