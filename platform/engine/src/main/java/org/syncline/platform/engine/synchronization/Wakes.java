package org.syncline.platform.engine.synchronization;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.syncline.platform.engine.port.ConnectorSpaceChange;
import org.syncline.platform.engine.port.Metaverse.IdentityReference;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.ContentHash;
import org.syncline.schema.identity.Hologram;
import org.syncline.schema.identity.LinkState;
import org.syncline.schema.identity.MetaverseObject;

/**
 * Wakes those who refer to what a page changed: to objects whose link changed, to identities whose accounts did, or whose values the
 * rules of their referrers read.
 */
final class Wakes {
    private final Synchronization synchronization;
    private final Page page;

    Wakes(Synchronization synchronization, Page page) {
        this.synchronization = synchronization;
        this.page = page;
    }

    void wake() {
        Set<ContentHash> relinked = new HashSet<>();
        Set<Long> renamed = new HashSet<>();
        for (ConnectorSpaceChange change : page.objectChanges()) {
            if (identity(change.before()) != identity(change.after())
                    || isFiltered(change.before()) != isFiltered(change.after())) {
                relinked.addAll(change.keysBefore());
                relinked.addAll(change.keysAfter());
            }
            if (identity(change.before()) != identity(change.after())
                    || !Objects.equals(nameBefore(change.before()), name(change.after()))) {
                renamed.add(identity(change.before()));
                renamed.add(identity(change.after()));
            }
        }
        renamed.remove(0L);
        Set<Long> referrers = new TreeSet<>();
        if (!relinked.isEmpty() && synchronization.rules().referencesFlowIn()) {
            referrers.addAll(synchronization.store().connectorSpace().identitiesReferringTo(relinked));
            page.evaluations().wakeAgain(referrers.stream().filter(page.stepwise()::containsKey).toList());
        }
        if (!renamed.isEmpty() && synchronization.rules().referencesFlowOut()) {
            List<Long> referring = synchronization.store().metaverse().referringTo(renamed);
            wakeStepwise(renamed, referring);
            referrers.addAll(referring);
        }
        Set<Long> changed = changed();
        if (!changed.isEmpty()) {
            referrers.addAll(synchronization.store().metaverse().referringTo(changed));
        }
        page.evaluations().wake(referrers);
    }

    /** Those of whose references only changes were looked at, when one that did not change leads to what was renamed. */
    private void wakeStepwise(Set<Long> renamed, List<Long> referring) {
        if (referring.stream().anyMatch(page.stepwise()::containsKey)) {
            page.evaluations().wakeAgain(synchronization.store().metaverse().referencesTo(renamed).stream()
                    .filter(reference -> page.stepwise().containsKey(reference.owner())
                            && !page.stepwise().get(reference.owner()).contains(reference.target()))
                    .map(IdentityReference::owner)
                    .toList());
        }
    }

    /** The identities of which a value changed that rules read through a reference. */
    private Set<Long> changed() {
        Set<Long> changed = new HashSet<>();
        Set<String> followed = synchronization.rules().followedAttributes();
        if (!followed.isEmpty()) {
            page.affected().stream().filter(identity -> differs(identity, followed)).map(MetaverseObject::id)
                    .forEach(changed::add);
        }
        return changed;
    }

    private boolean differs(MetaverseObject identity, Set<String> attributes) {
        MetaverseObject before = page.storedIdentity(identity.id());
        return before != null && before != identity && attributes.stream()
                .filter(attribute -> identity.type().has(attribute))
                .anyMatch(attribute -> !before.type().has(attribute)
                        || !before.attributes().get(attribute).equals(identity.attributes().get(attribute)));
    }

    private static long identity(ConnectorSpaceObject object) {
        return object == null ? 0 : object.link().identity();
    }

    private static boolean isFiltered(ConnectorSpaceObject object) {
        return object != null && object.link().state() == LinkState.FILTERED;
    }

    /** What referrers called it when they were synchronized last: what was imported since is news to them. */
    private static String nameBefore(ConnectorSpaceObject object) {
        if (object == null) {
            return null;
        }
        Hologram hologram = object.hologram();
        return name(object, hologram.unconfirmedExport().applyTo(hologram.known(), object.type()));
    }

    private static String name(ConnectorSpaceObject object) {
        return object == null ? null : name(object, object.hologram().exported());
    }

    private static String name(ConnectorSpaceObject object, Attributes image) {
        Attributes latest = image == null ? object.draft() : image;
        return latest == null
                ? null
                : latest.dn() != null ? latest.dn() : object.anchor() == null ? null : object.anchor().text();
    }
}
