package org.syncline.platform.engine.synchronization;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.syncline.platform.engine.port.ConnectorSpace.AccountName;
import org.syncline.platform.engine.port.RunHistory.PendingReference;
import org.syncline.platform.engine.run.Counter;
import org.syncline.platform.engine.synchronization.RuleIndex.IncomingReference;
import org.syncline.rules.attributeflow.Contributor;
import org.syncline.rules.attributeflow.Election;
import org.syncline.rules.attributeflow.FlowFailure;
import org.syncline.rules.attributeflow.FlowTrace;
import org.syncline.rules.attributeflow.ImportElection;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Link;
import org.syncline.schema.identity.LinkState;
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

    ImportFlows(Synchronization synchronization, Page page, Names names) {
        this.synchronization = synchronization;
        this.page = page;
        this.names = names;
    }

    void flow() {
        List<MetaverseObject> identities = page.affected();
        List<Names.Image> images = new ArrayList<>();
        for (MetaverseObject identity : identities) {
            for (ConnectorSpaceObject account : page.accounts(identity.id())) {
                if (account.hologram().known() != null) {
                    images.add(new Names.Image(account, account.hologram().known()));
                }
            }
        }
        names.findTargets(images);
        synchronization.workers().map(identities, this::elect).forEach(this::take);
    }

    /** @param pending references that lead nowhere, by the object that holds them */
    private record Outcome(MetaverseObject identity, Election election, Map<Long, List<PendingReference>> pending) {}

    private Outcome elect(MetaverseObject identity) {
        MetaverseObject current = underPresentType(identity);
        List<Contributor> contributors = new ArrayList<>();
        Map<Long, List<PendingReference>> pending = new LinkedHashMap<>();
        for (ConnectorSpaceObject account : page.accounts(identity.id())) {
            if (account.hologram().known() != null) {
                contributors.add(new Contributor(account, synchronization.rules().flows(account, current)));
                if (!synchronization.rules().incomingReferences(account).isEmpty()) {
                    pending.put(account.id(), new ArrayList<>());
                }
            }
        }
        Election election = ImportElection.elect(
                current,
                contributors,
                synchronization.rules().flowsInto(current.type().name()),
                (owner, attribute, reference) -> lead(owner, attribute, reference, pending),
                synchronization.rulesetVersion(),
                page.present(identity),
                synchronization.trace().isOn());
        return new Outcome(
                FollowedGroup.keep(current, election.identity(), synchronization.rules().ruleset().groupRules()),
                election,
                pending);
    }

    private void take(Outcome outcome) {
        page.put(outcome.identity());
        outcome.pending().forEach(page::noteReferences);
        note(outcome.election());
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

    private ReferenceValue lead(
            ConnectorSpaceObject owner,
            String attribute,
            ReferenceValue reference,
            Map<Long, List<PendingReference>> pending) {
        String reason = "unresolved: not staged";
        for (IncomingReference incoming : synchronization.rules().incomingReferences(owner)) {
            if (!incoming.attribute().name().equals(attribute)) {
                continue;
            }
            for (AccountName target : names.found(owner, incoming, reference)) {
                Link link = currentLink(target);
                if (link.isJoined()) {
                    return ReferenceValue.toIdentity(link.identity());
                }
                reason = link.state() == LinkState.FILTERED ? "unresolved: filtered" : "unresolved: not joined";
            }
        }
        if (pending.containsKey(owner.id())) {
            pending.get(owner.id())
                    .add(new PendingReference(owner.connector(), owner.id(), attribute, reference.key(), reason));
        }
        return null;
    }

    private Link currentLink(AccountName target) {
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
