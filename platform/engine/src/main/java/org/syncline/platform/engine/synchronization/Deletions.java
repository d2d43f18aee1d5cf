package org.syncline.platform.engine.synchronization;

import java.util.Optional;
import org.syncline.dsl.ruleset.ProvisioningRules;
import org.syncline.platform.engine.run.Counter;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.Hologram;
import org.syncline.schema.identity.MetaverseObject;

/** Breaks the links of objects that their systems report as deleted. */
final class Deletions {
    private final Synchronization synchronization;
    private final Page page;
    private final boolean mayBreakLinks;

    /** @param mayBreakLinks whether links are broken now, or that is deferred */
    Deletions(Synchronization synchronization, Page page, boolean mayBreakLinks) {
        this.synchronization = synchronization;
        this.page = page;
        this.mayBreakLinks = mayBreakLinks;
    }

    void carryOut(ConnectorSpaceObject object) {
        if (!object.link().isJoined()) {
            page.remove(object);
            return;
        }
        MetaverseObject identity = page.identity(object.link().identity());
        boolean isLost = isLostAdd(page.stored(object));
        if (isToBeMadeAnew(object, identity)) {
            page.affect(identity.id());
            page.remove(object);
        } else if (isKeptAsDeleted(object) && !isLost) {
            page.affect(identity.id());
            if (!staysAsDeleted(object, identity)) {
                page.remove(object);
            }
        } else if (!mayBreakLinks) {
            page.defer(object.id());
        } else if (isLost) {
            page.affect(identity.id());
            page.remove(object);
        } else {
            breakLink(object, identity);
        }
    }

    private boolean isToBeMadeAnew(ConnectorSpaceObject object, MetaverseObject identity) {
        return object.leaving() != null
                && !object.leaving().isOver()
                && synchronization.rules().provisioning(object, identity).stream()
                        .flatMap(rules -> rules.reprovisions().stream())
                        .anyMatch(rule -> object.leaving().isOf(rule.name()));
    }

    private void breakLink(ConnectorSpaceObject object, MetaverseObject identity) {
        synchronization.trace().note("delete", object.title(), "The system reports it as deleted; its link breaks.");
        if (staysAsDeleted(object, identity)) {
            keepAsDeleted(object, identity);
        } else {
            page.remove(object);
            page.bereave(object);
        }
    }

    /** It stays linked until its rules decide, and without its anchor, which another account may get. */
    private void keepAsDeleted(ConnectorSpaceObject object, MetaverseObject identity) {
        page.count(Counter.CONNECTOR_DELETE_LEAVE_MV, object);
        page.put(object.with((Anchor) null).with(Hologram.unseen(object.type())));
        page.affect(identity.id());
    }

    private boolean staysAsDeleted(ConnectorSpaceObject object, MetaverseObject identity) {
        Optional<ProvisioningRules> rules = synchronization.rules().provisioning(object, identity);
        return rules.isPresent()
                && !identity.isEnding()
                && page.others(object, identity.id()).allMatch(Deletions::isGone)
                && rules.get().provisions().stream()
                        .anyMatch(provision -> provision.ifDeleted() == ProvisioningRules.IfDeleted.REPORT);
    }

    /** Whether the system accepted it and never had it: then it is created anew. */
    private static boolean isLostAdd(ConnectorSpaceObject object) {
        return object.hologram().known() == null && object.hologram().pendingImport().kind() == Delta.Kind.DELETE;
    }

    static boolean isGone(ConnectorSpaceObject object) {
        return object.hologram().imported() == null
                && object.hologram().unconfirmedExport().isNone()
                && !object.isDraft();
    }

    /** Whether it was deleted in its system and is kept only so that it is not created again. */
    static boolean isKeptAsDeleted(ConnectorSpaceObject object) {
        return isGone(object) && object.anchor() == null && object.link().isJoined();
    }
}
