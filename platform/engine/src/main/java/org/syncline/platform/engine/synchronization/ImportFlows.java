package org.syncline.platform.engine.synchronization;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.syncline.platform.engine.port.RunHistory.PendingReference;
import org.syncline.platform.engine.run.Counter;
import org.syncline.rules.attributeflow.Contributor;
import org.syncline.rules.attributeflow.Election;
import org.syncline.rules.attributeflow.FlowFailure;
import org.syncline.rules.attributeflow.FlowTrace;
import org.syncline.rules.attributeflow.ImportElection;
import org.syncline.rules.attributeflow.IncomingReferences;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.MetaverseObject;
import org.syncline.schema.identity.ReferenceValue;

/**
 * Import attribute flow: the values of each identity of a page, elected anew from all of its accounts. Of an identity that is ending,
 * what the lost link brought stays; what its other links bring flows on.
 */
final class ImportFlows {
    private final Synchronization synchronization;
    private final Page page;
    private final Names names;
    private final IncomingTargets targets;
    private final IncomingChanges changes;
    private final ExtensionImports extension;

    ImportFlows(Synchronization synchronization, Page page, Names names) {
        this.synchronization = synchronization;
        this.page = page;
        this.names = names;
        this.targets = new IncomingTargets(synchronization.rules(), names);
        this.changes = new IncomingChanges(synchronization, page, targets);
        this.extension = new ExtensionImports(synchronization, page);
    }

    void flow() {
        List<MetaverseObject> identities = page.affected();
        extension.ask(identities.stream().map(this::underPresentType).toList());
        identities.forEach(identity -> changes.consider(identity, contributors(identity)));
        List<Names.Image> images = new ArrayList<>();
        for (MetaverseObject identity : identities) {
            for (ConnectorSpaceObject account : page.accounts(identity.id())) {
                if (account.hologram().known() != null) {
                    images.add(new Names.Image(account, account.hologram().known(), changes.of(account)));
                }
            }
        }
        names.findTargets(images);
        names.findTargets(changes.lead());
        synchronization.workers().map(identities, this::elect).forEach(this::take);
    }

    /** @param pending references that lead nowhere, by the object that holds them */
    private record Outcome(
            MetaverseObject identity, Election election, Map<Long, List<PendingReference>> pending,
            ExtensionArbiter arbiter) {}

    private Outcome elect(MetaverseObject identity) {
        MetaverseObject current = underPresentType(identity);
        List<Contributor> contributors = contributors(current);
        Map<Long, List<PendingReference>> pending = new LinkedHashMap<>();
        for (Contributor contributor : contributors) {
            ConnectorSpaceObject account = contributor.object();
            if (!synchronization.rules().incomingReferences(account).isEmpty()) {
                List<PendingReference> known = new ArrayList<>();
                changes.stepwise(account).forEach(attribute -> known.addAll(changes.pending(account, attribute)));
                pending.put(account.id(), known);
            }
        }
        ExtensionArbiter arbiter = new ExtensionArbiter(synchronization, page.present(identity));
        Election election = ImportElection.elect(
                current,
                contributors,
                synchronization.rules().flowsInto(current.type().name()),
                new Leading(pending),
                arbiter,
                synchronization.rulesetVersion(),
                page.present(identity),
                synchronization.trace().isOn());
        return new Outcome(
                FollowedGroup.keep(current, election.identity(), synchronization.rules().ruleset().groupRules()),
                election,
                pending,
                arbiter);
    }

    private List<Contributor> contributors(MetaverseObject identity) {
        List<Contributor> contributors = new ArrayList<>();
        for (ConnectorSpaceObject account : page.accounts(identity.id())) {
            if (account.hologram().known() != null) {
                contributors.add(new Contributor(account, extension.flows(account, identity)));
            }
        }
        return contributors;
    }

    private void take(Outcome outcome) {
        page.put(outcome.identity());
        outcome.pending().forEach(page.references()::note);
        note(outcome.election());
        outcome.arbiter().report(page);
    }

    /** Reports what failed, and what a preview wants to know. */
    void note(Election election) {
        election.failures().forEach(this::fail);
        election.trace().forEach(this::trace);
    }

    private MetaverseObject underPresentType(MetaverseObject identity) {
        return TypeChange.apply(
                identity, synchronization.rules().metaverseType(identity.type().name()).type());
    }

    /** Leads references to identities, and notes those that lead to none. */
    private final class Leading implements IncomingReferences {
        private final Map<Long, List<PendingReference>> pending;

        private Leading(Map<Long, List<PendingReference>> pending) {
            this.pending = pending;
        }

        @Override
        public ReferenceValue identityOf(ConnectorSpaceObject owner, String attribute, ReferenceValue reference) {
            String held = attribute == null ? targets.holding(owner, reference) : attribute;
            if (held == null) {
                return null;
            }
            IncomingTargets.Target target = targets.of(owner, held, reference);
            if (target.identity() == null && pending.containsKey(owner.id())) {
                pending.get(owner.id())
                        .add(new PendingReference(
                                owner.connector(), owner.id(), held, reference.key(), target.reason()));
            }
            return target.identity();
        }

        @Override
        public Changed changed(ConnectorSpaceObject owner, String attribute, MetaverseObject before, int to) {
            return changes.of(owner, attribute);
        }
    }

    private void fail(FlowFailure failure) {
        page.count(Counter.FLOW_FAILURE, page.object(failure.object()));
        page.fail(Errors.of(
                page.object(failure.object()),
                failure.code(),
                failure.message(),
                failure.rule(),
                failure.location(),
                synchronization.now()));
    }

    private void trace(FlowTrace line) {
        synchronization.trace().note(
                "import flow",
                page.object(line.object()) == null ? "#" + line.object() : page.object(line.object()).title(),
                line,
                isSensitive(line));
    }

    private boolean isSensitive(FlowTrace line) {
        return page.affected().stream()
                .map(MetaverseObject::type)
                .anyMatch(
                        type -> type.has(line.attribute()) && type.attribute(type.index(line.attribute())).sensitive());
    }
}
