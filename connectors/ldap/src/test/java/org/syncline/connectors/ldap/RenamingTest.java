package org.syncline.connectors.ldap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ModifyDNRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.syncline.connectors.ldap.entry.LdapAttribute;
import org.syncline.connectors.ldap.entry.LdapObjectType;
import org.syncline.schema.identity.TextValue;

class RenamingTest {
    private static final LdapObjectType PEOPLE = new LdapObjectType(People.PERSON);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                    "cn=Ann,ou=a,dc=x | cn=Eve,ou=a,dc=x | cn=Eve | -",
                    "cn=Ann,ou=a,dc=x | cn=Ann,ou=b,dc=x | cn=Ann | ou=b,dc=x",
                    "cn=Ann,ou=a,dc=x | cn=Eve,OU=A, dc=x | cn=Eve | -",
                    "cn=Ann,ou=a,dc=x | cn=ann,ou=a,dc=x | cn=ann | -",
                    "cn=A\\,B,ou=a,dc=x | cn=C\\+D,ou=b,dc=x | cn=C\\+D | ou=b,dc=x"
            })
    void aParentIsNamedOnlyIfItChanges(String from, String to, String name, String parent) throws LDAPException {
        ModifyDNRequest request = Renaming.between(from, to).request(false);
        assertEquals(name, request.getNewRDN());
        assertTrue(request.deleteOldRDN());
        if (parent == null) {
            assertNull(request.getNewSuperiorDN());
        } else {
            assertEquals(parent, request.getNewSuperiorDN());
        }
    }

    @Test
    void theValueOfAnotherNamingAttributeStaysIfItIsStillWanted() throws LDAPException {
        Renaming renaming = Renaming.between("uid=a1,dc=x", "cn=Ann,dc=x");
        LdapAttribute uid = PEOPLE.attribute(PEOPLE.type().index("uid"));
        LdapAttribute cn = PEOPLE.attribute(PEOPLE.type().index("cn"));
        TextValue value = new TextValue("a1");
        assertTrue(renaming.leavesWanted(uid, value, List.of()));
        assertFalse(renaming.leavesWanted(uid, value, List.of(value)));
        assertFalse(renaming.leavesWanted(cn, new TextValue("Ann"), List.of()));
        assertFalse(Renaming.between("cn=Ann,dc=x", "cn=Eve,dc=x").leavesWanted(cn, new TextValue("Ann"), List.of()));
    }
}
