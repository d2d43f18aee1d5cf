package org.syncline.platform.engine.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.syncline.connectors.memory.MemoryObject;
import org.syncline.connectors.memory.MemorySystem;
import org.syncline.schema.identity.Attributes;

/**
 * What an account says, without what is left to chance: its password and, unless rules say it, its name.
 *
 * @param name null where rules do not say it
 * @param manager the number of the employee it names; null for none
 */
record Account(String employeeNumber, String name, String givenName, String sn, String manager) {

    static Account of(MemorySystem directory, Attributes account, boolean isNamedByRules) {
        return new Account(
                account.text("employeeNumber"),
                isNamedByRules ? account.dn() : null,
                account.text("givenName"),
                account.text("sn"),
                manager(directory, account));
    }

    private static String manager(MemorySystem directory, Attributes account) {
        String dn = account.text("manager");
        return dn == null
                ? null
                : directory
                        .byDn("account", dn)
                        .map(found -> found.attributes().text("employeeNumber"))
                        .orElse("nobody called " + dn);
    }

    static List<Account> all(MemorySystem directory, boolean areNamedByRules) {
        List<Account> accounts = new ArrayList<>();
        for (MemoryObject object : directory.objects("account")) {
            accounts.add(of(directory, object.attributes(), areNamedByRules));
        }
        return accounts;
    }

    /** The same where these employees have no account. */
    Account without(Set<String> employees) {
        return employees.contains(manager) ? new Account(employeeNumber, name, givenName, sn, null) : this;
    }
}
