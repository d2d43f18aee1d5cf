package org.syncline.platform.engine.synchronization;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.syncline.dsl.ruleset.ConnectedObjectType.ConnectedAttribute;
import org.syncline.platform.engine.port.ConnectorSpace.AccountName;
import org.syncline.platform.engine.synchronization.RuleIndex.IncomingReference;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.ContentHash;
import org.syncline.schema.identity.LargeValues;
import org.syncline.schema.identity.Link;
import org.syncline.schema.identity.MetaverseObject;
import org.syncline.schema.identity.ReferenceValue;
import org.syncline.schema.identity.Value;

/** Looks the targets of references up, for a whole page at once, and sees through to what the page has made of them. */
final class Names {
    private final Page page;
    private final Synchronization synchronization;
    private final Map<ContentHash, List<AccountName>> byKey = new ConcurrentHashMap<>();
    private final Map<Long, List<AccountName>> byIdentity = new ConcurrentHashMap<>();
    private final Map<Long, List<AccountName>> storedByIdentity = new HashMap<>();
    private ReferenceKeys keys = new ReferenceKeys();

    Names(Page page, Synchronization synchronization) {
        this.page = page;
        this.synchronization = synchronization;
    }

    /** Takes what was looked up before. */
    void hold(PageReader.Read read) {
        keys = read.keys();
        byKey.putAll(read.named());
        byIdentity.putAll(read.names());
    }

    /**
     * An object as it is looked at.
     *
     * @param changing attributes with large sets of references, of which no more than what changes is looked at
     */
    record Image(ConnectorSpaceObject owner, Attributes attributes, Set<String> changing) {
        Image(ConnectorSpaceObject owner, Attributes attributes) {
            this(owner, attributes, Set.of());
        }

        Collection<Value> references(IncomingReference reference) {
            Content content = attributes.get(reference.index());
            return changing.contains(reference.attribute().name()) && content instanceof LargeValues large
                    ? large.changedValues()
                    : content.asList();
        }
    }

    /** Looks up everything that these images of their owners refer to; the result are the objects, as they are stored. */
    List<AccountName> findTargets(List<Image> images) {
        Set<ContentHash> named = keys.of(images, synchronization.rules());
        find(named);
        return named.stream().flatMap(key -> byKey.get(key).stream()).toList();
    }

    /** The key of what a reference names. */
    ContentHash key(ConnectorSpaceObject owner, ConnectedAttribute attribute, ReferenceValue value) {
        return keys.of(owner, attribute, value);
    }

    /** Looks up the objects under keys. */
    void find(Set<ContentHash> named) {
        Set<ContentHash> wanted = new HashSet<>(named);
        wanted.removeAll(byKey.keySet());
        if (!wanted.isEmpty()) {
            wanted.forEach(key -> byKey.put(key, List.of()));
            byKey.putAll(synchronization.store().connectorSpace().findNames(wanted));
        }
    }

    /** Adds the identities that an identity refers to. */
    static void addReferredTo(MetaverseObject identity, Set<Long> targets) {
        addReferredTo(identity, Set.of(), targets);
    }

    /** @param besides attributes whose references are left out */
    static void addReferredTo(MetaverseObject identity, Set<String> besides, Set<Long> targets) {
        for (AttributeDefinition attribute : identity.type().attributes()) {
            if (attribute.type() == AttributeType.REFERENCE && !besides.contains(attribute.name())) {
                for (Value value : identity.attributes().get(attribute.name()).asList()) {
                    targets.add(((ReferenceValue) value).identity());
                }
            }
        }
    }

    /** The objects that a reference names, as they are stored; one that was not looked up with the others is looked up alone. */
    List<AccountName> found(ConnectorSpaceObject owner, ConnectedAttribute attribute, ReferenceValue value) {
        return byKey.computeIfAbsent(key(owner, attribute, value), unknown -> synchronization.store()
                .connectorSpace().findNames(List.of(unknown)).getOrDefault(unknown, List.of()));
    }

    /** The link of an object that was found, as the page has it now. */
    Link currentLink(AccountName target) {
        ConnectorSpaceObject held = page.object(target.id());
        if (held != null) {
            return held.link();
        }
        if (page.holds(target.id())) {
            return Link.DISCONNECTED;
        }
        return target.identity() != 0
                ? Link.joined(target.identity(), Link.Origin.JOIN)
                : target.filtered() ? Link.FILTERED : Link.DISCONNECTED;
    }

    /** Whether the system has an object that was found no longer, as far as the page knows. */
    boolean isGone(AccountName target) {
        ConnectorSpaceObject held = page.object(target.id());
        return held != null ? AccountName.of(held).gone() : page.holds(target.id()) || target.gone();
    }

    /** Looks up the accounts of identities that the page does not hold. */
    void findAccounts(Collection<Long> identities) {
        List<Long> missing = identities.stream()
                .filter(identity -> page.identity(identity) == null && !byIdentity.containsKey(identity))
                .distinct()
                .toList();
        if (missing.isEmpty()) {
            return;
        }
        missing.forEach(identity -> byIdentity.put(identity, new ArrayList<>()));
        synchronization
                .store()
                .connectorSpace()
                .accountNamesOf(missing)
                .forEach(name -> byIdentity.get(name.identity()).add(name));
    }

    /** Accounts of an identity that the page does not hold; of one that was not looked up with the others alone. */
    List<AccountName> accountsOf(long identity) {
        return byIdentity.computeIfAbsent(
                identity, unknown -> synchronization.store().connectorSpace().accountNamesOf(List.of(unknown)));
    }

    /** Looks up the accounts that identities had before this page. */
    void findStoredAccounts(Collection<Long> identities) {
        if (!identities.isEmpty()) {
            synchronization.store().connectorSpace().accountNamesOf(identities)
                    .forEach(name -> storedByIdentity.computeIfAbsent(name.identity(), unused -> new ArrayList<>())
                            .add(name));
        }
    }

    List<AccountName> storedAccountsOf(long identity) {
        return storedByIdentity.getOrDefault(identity, List.of());
    }
}
