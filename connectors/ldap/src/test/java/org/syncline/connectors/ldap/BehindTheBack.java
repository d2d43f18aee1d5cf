package org.syncline.connectors.ldap;

import com.unboundid.ldap.sdk.AddRequest;
import com.unboundid.ldap.sdk.DeleteRequest;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ModifyDNRequest;
import com.unboundid.ldap.sdk.ModifyRequest;
import com.unboundid.ldap.sdk.ReadOnlyLDAPRequest;
import org.syncline.connectors.ldap.directory.Directory;

/** What others do to a directory behind the connector's back. */
record BehindTheBack(Directory directory) {

    void write(ReadOnlyLDAPRequest request) {
        try {
            directory.write(request);
        } catch (LDAPException refusal) {
            throw new IllegalStateException(refusal);
        }
    }

    void add(String dn, String... objectClasses) {
        AddRequest add = new AddRequest(new Entry(dn));
        add.addAttribute("objectClass", objectClasses);
        if (!objectClasses[0].equals("organizationalUnit")) {
            add.addAttribute("sn", "Sn");
        }
        write(withName(add, dn));
    }

    private static AddRequest withName(AddRequest add, String dn) {
        String[] name = dn.substring(0, dn.indexOf(',')).split("=");
        add.addAttribute(name[0], name[1]);
        return add;
    }

    void addPersons(String... names) {
        for (String name : names) {
            add("cn=" + name + "," + DeltaScenarios.PEOPLE, "inetOrgPerson");
        }
    }

    void change(String dn, String attribute, String... values) {
        write(new ModifyRequest(dn, new Modification(ModificationType.REPLACE, attribute, values)));
    }

    void move(String dn, String rdn, String parent) {
        write(new ModifyDNRequest(dn, rdn, true, parent));
    }

    void delete(String dn) {
        write(new DeleteRequest(dn));
    }
}
