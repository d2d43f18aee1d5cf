package org.syncline.platform.engine.ruletest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.syncline.platform.engine.port.Store;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.DistinguishedName;

/** What identities are called in their systems: tests refer to them by the anchor or the DN of any of their objects. */
final class IdentityNames {
    private final Store store;
    private final Map<Long, List<String>> names = new HashMap<>();

    IdentityNames(Store store) {
        this.store = store;
    }

    boolean isCalled(long identity, String name) {
        String normalized = DistinguishedName.normalize(name);
        return names(identity).stream()
                .anyMatch(known -> known.equals(name) || DistinguishedName.normalize(known).equals(normalized));
    }

    /** What a test may write for it; its number if it has no name. */
    String name(long identity) {
        return names(identity).stream().findFirst().orElse("#" + identity);
    }

    /** By which an administrator knows it. */
    String title(long identity) {
        return store.connectorSpace().accountsOf(List.of(identity)).stream()
                .findFirst()
                .map(account -> account.connector() + " '" + account.title() + "'")
                .orElse("#" + identity);
    }

    private List<String> names(long identity) {
        return names.computeIfAbsent(identity, this::read);
    }

    private List<String> read(long identity) {
        List<String> found = new ArrayList<>();
        for (ConnectorSpaceObject account : store.connectorSpace().accountsOf(List.of(identity))) {
            if (account.dn() != null) {
                found.add(account.dn());
            }
            if (account.anchor() != null) {
                found.add(account.anchor().text());
            }
        }
        return found;
    }
}
