package org.syncline.platform.engine.synchronization;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.syncline.platform.engine.port.ConnectorSpace.AccountName;
import org.syncline.rules.provisioning.AccountDecision;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;

/**
 * Computes what a batch of objects or identities makes of the connector spaces and the metaverse. It reads and never writes: a
 * preview is the same computation, not written.
 */
final class Synchronizer {
    private static final int EXPANSIONS = 8;

    private final Synchronization synchronization;

    Synchronizer(Synchronization synchronization) {
        this.synchronization = synchronization;
    }

    Page synchronize(Batch batch) {
        return synchronize(batch, new Page(synchronization));
    }

    /** @param given objects of the batch that are taken otherwise than stored */
    Page synchronize(Batch batch, List<Preview.Given> given) {
        Page page = new Page(synchronization);
        given.forEach(page::give);
        return synchronize(batch, page);
    }

    /** @param read what was read of the batch before */
    Page synchronize(Batch batch, PageReader.Read read) {
        Page page = new Page(synchronization);
        page.hold(read);
        Names names = new Names(page, synchronization);
        names.hold(read);
        return synchronize(batch, page, names);
    }

    private Page synchronize(Batch batch, Page page) {
        return synchronize(batch, page, new Names(page, synchronization));
    }

    private Page synchronize(Batch batch, Page page, Names names) {
        if (batch.isAboutIdentities()) {
            takeIdentities(batch, page);
        } else {
            takeObjects(batch, page, names);
        }
        page.noteWoken(batch);
        page.evaluateWhole(switch (batch.segment()) {
            case CHANGES, BREAKS -> Set.of();
            case OTHER_RULES, RETRIES, WOKEN_OBJECTS -> null;
            case WOKEN_IDENTITIES, RETRIED_ACCOUNTS, EVALUATIONS, ENDINGS, ORPHANS -> Set.copyOf(batch.ids());
        });
        evaluate(page, names);
        return page;
    }

    private static void takeIdentities(Batch batch, Page page) {
        page.confine(batch.only());
        page.loadIdentities(batch.ids());
        batch.ids().forEach(page::affect);
        if (batch.segment() == Batch.Segment.EVALUATIONS) {
            page.evaluations().takeFromList(batch.ids());
        }
    }

    private void takeObjects(Batch batch, Page page, Names names) {
        List<ConnectorSpaceObject> objects = withTargets(batch, page, names);
        page.loadIdentities(objects.stream().map(object -> object.link().identity()).toList());
        page.trigger(objects);
        new Inbound(synchronization, page, batch.segment() == Batch.Segment.BREAKS).decide(objects);
    }

    /**
     * The objects of the batch, and with them the objects they refer to that were not synchronized yet: so each is synchronized once,
     * and finds its references resolved.
     */
    private List<ConnectorSpaceObject> withTargets(Batch batch, Page page, Names names) {
        List<ConnectorSpaceObject> objects = new ArrayList<>(page.loadObjects(batch.ids()));
        if (batch.segment() != Batch.Segment.CHANGES || !synchronization.rules().referencesFlowIn()) {
            return objects;
        }
        int most = objects.size() * 2;
        List<ConnectorSpaceObject> added = objects;
        for (int round = 0; round < EXPANSIONS && !added.isEmpty() && objects.size() < most; round++) {
            List<Long> targets = names.findTargets(imported(added)).stream()
                    .filter(name -> name.pendingImport() && name.identity() == 0 && !name.filtered()
                            && !page.holds(name.id()))
                    .map(AccountName::id)
                    .distinct()
                    .sorted()
                    .limit(most - objects.size())
                    .toList();
            added = page.loadObjects(targets);
            objects.addAll(added);
        }
        return objects;
    }

    private static List<Names.Image> imported(List<ConnectorSpaceObject> objects) {
        List<Names.Image> images = new ArrayList<>();
        for (ConnectorSpaceObject object : objects) {
            Attributes imported = object.hologram().imported();
            if (imported != null) {
                // What stood in a large set before was looked up when it came.
                images.add(new Names.Image(object, imported, imported.large()));
            }
        }
        return images;
    }

    private void evaluate(Page page, Names names) {
        PageAnswers answers = new PageAnswers(synchronization, page);
        Ends ends = new Ends(synchronization, page, answers);
        ends.judgeLinks();
        ImportFlows flows = new ImportFlows(synchronization, page, names);
        flows.flow();
        new DerivedValues(synchronization, page, answers, flows).derive();
        ends.judgeConditions();
        ends.judgeGroups(new FollowedGroups(synchronization, page, answers).follow());
        Map<Long, AccountDecision> decisions = new Provisioning(synchronization, page, answers).provision();
        new ExportAttributeFlow(synchronization, page, names, answers).flow(decisions);
        new Wakes(synchronization, page).wake();
        new MembershipWakes(synchronization, page).wake();
        new Latecomers(synchronization, page).wake();
        new InboundCounts(page).count();
    }
}
