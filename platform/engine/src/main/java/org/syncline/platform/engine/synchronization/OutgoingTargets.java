package org.syncline.platform.engine.synchronization;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.syncline.dsl.ruleset.ConnectedObjectType.ConnectedAttribute;
import org.syncline.platform.engine.port.ConnectorSpace.AccountName;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.ReferenceValue;

/** Leads references to identities to their accounts in connected systems, by what the page knows of them. */
record OutgoingTargets(RuleIndex rules, Page page, Names names) {

    /**
     * Looks up the accounts of identities that the page does not hold; where a system calls them by one of their attributes, their names
     * alone do not say it.
     */
    void find(Set<Long> identities) {
        names.findAccounts(identities);
        page.loadObjects(identities.stream()
                .filter(identity -> page.identity(identity) == null)
                .flatMap(identity -> names.accountsOf(identity).stream())
                .filter(name -> rules.isReferredToByAttribute(name.connector()))
                .map(AccountName::id)
                .toList());
    }

    /** How a system names the account that an identity has in it; null if it has none yet. */
    ReferenceValue accountOf(long identity, String attribute, ConnectorSpaceObject owner) {
        ConnectedAttribute definition = definition(owner, attribute);
        String to = definition == null ? null : definition.referenceTo();
        String by = definition == null ? null : definition.referenceBy();
        if (page.identity(identity) != null) {
            return page.accounts(identity).stream()
                    .filter(account -> isTarget(account.connector(), account.type().name(), owner, to))
                    .filter(account -> account.isDraft() || account.hologram().exported() != null)
                    .map(account -> reference(account, by))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }
        for (AccountName name : names.accountsOf(identity)) {
            if (!name.gone() && isTarget(name.connector(), name.objectType(), owner, to)) {
                return reference(name, by);
            }
        }
        return null;
    }

    /** How a system may have named the accounts that an identity had in it before this page. */
    Stream<ReferenceValue> storedAccountsOf(long identity, String attribute, ConnectorSpaceObject owner) {
        ConnectedAttribute definition = definition(owner, attribute);
        return names.storedAccountsOf(identity).stream()
                .filter(name -> isTarget(name.connector(), name.objectType(), owner, definition.referenceTo()))
                .map(name -> reference(name, definition.referenceBy()))
                .filter(Objects::nonNull);
    }

    /** The identities to whom what a reference names belongs now. */
    List<Long> holders(ConnectorSpaceObject owner, String attribute, ReferenceValue reference) {
        return names.found(owner, definition(owner, attribute), reference).stream()
                .map(name -> names.currentLink(name).identity())
                .filter(identity -> identity != 0)
                .toList();
    }

    ConnectedAttribute definition(ConnectorSpaceObject owner, String attribute) {
        return rules.objectType(owner).flatMap(type -> type.attribute(attribute)).orElse(null);
    }

    private static boolean isTarget(String connector, String type, ConnectorSpaceObject owner, String to) {
        return connector.equals(owner.connector()) && (to == null || to.equals(type));
    }

    private ReferenceValue reference(AccountName name, String by) {
        if (by != null) {
            ConnectorSpaceObject account = page.object(name.id());
            return account == null ? null : reference(account, by);
        }
        return name.dn() != null
                ? ReferenceValue.toDn(name.dn())
                : name.anchor() == null ? null : ReferenceValue.toKey(name.anchor());
    }

    private static ReferenceValue reference(ConnectorSpaceObject account, String by) {
        if (by != null) {
            Attributes image = account.isDraft() ? account.draft() : account.hologram().exported();
            return image == null || image.text(by) == null ? null : ReferenceValue.toKey(image.text(by));
        }
        return account.dn() != null
                ? ReferenceValue.toDn(account.dn())
                : account.anchor() == null ? null : ReferenceValue.toKey(account.anchor().text());
    }
}
