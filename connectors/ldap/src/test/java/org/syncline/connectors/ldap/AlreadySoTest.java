package org.syncline.connectors.ldap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.syncline.connectors.ldap.entry.LdapObjectType;

class AlreadySoTest {
    private static final LdapObjectType GROUPS = new LdapObjectType(People.GROUP);
    private static final Entry GROUP = group();

    @Test
    void membersThatAreThereAreNotAddedAgain() {
        assertEquals(List.of(add("cn=Cid,dc=test")), remaining(add("CN=Ann, DC=test", "cn=Cid,dc=test")));
        assertEquals(List.of(), remaining(add("cn=Ann,dc=test")));
    }

    @Test
    void membersThatAreGoneAreNotRemovedAgain() {
        assertEquals(List.of(delete("cn=Bob,dc=test")), remaining(delete("cn=Bob,dc=test", "cn=Cid,dc=test")));
    }

    @Test
    void aReplacementIsLeftAsItIs() {
        Modification replacement = new Modification(ModificationType.REPLACE, "description", "x");
        assertEquals(List.of(replacement), remaining(replacement));
    }

    private static List<Modification> remaining(Modification modification) {
        return AlreadySo.remaining(List.of(modification), GROUP, GROUPS);
    }

    private static Modification add(String... members) {
        return new Modification(ModificationType.ADD, "member", members);
    }

    private static Modification delete(String... members) {
        return new Modification(ModificationType.DELETE, "member", members);
    }

    private static Entry group() {
        Entry group = new Entry("cn=all,dc=test");
        group.addAttribute("member", "cn=Ann,dc=test", "cn=Bob,dc=test");
        return group;
    }
}
