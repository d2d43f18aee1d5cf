package org.syncline.platform.engine.synchronization;

import java.util.List;
import org.syncline.dsl.ruleset.AttributeFlows;
import org.syncline.dsl.ruleset.JoinRules;
import org.syncline.platform.engine.run.Counter;
import org.syncline.platform.engine.synchronization.RuleIndex.TypeName;
import org.syncline.rules.attributeflow.Contributor;
import org.syncline.rules.attributeflow.ImportElection;
import org.syncline.rules.join.Candidates;
import org.syncline.rules.join.JoinDecision;
import org.syncline.rules.join.Joining;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.Leaving;
import org.syncline.schema.identity.Link;
import org.syncline.schema.identity.MetaverseObject;
import org.syncline.schema.identity.ObjectType;

/** Joins objects that belong to nobody to identities, or projects them. */
final class Joins {
    private final Synchronization synchronization;
    private final Page page;
    private final JoinCandidates candidates;
    private final JoinTrace trace;

    Joins(Synchronization synchronization, Page page, JoinCandidates candidates) {
        this.synchronization = synchronization;
        this.page = page;
        this.candidates = candidates;
        this.trace = new JoinTrace(synchronization);
    }

    void decide(ConnectorSpaceObject object) {
        List<JoinRules> rules = synchronization.rules().joinRules(TypeName.of(object));
        boolean isDeletionUnconfirmed = object.hologram().exported() == null;
        if (rules.isEmpty() || isDeletionUnconfirmed) {
            page.count(Counter.DISCONNECTOR_REMAINS, object);
            return;
        }
        Candidates known = candidates.of(object);
        JoinDecision decision =
                Joining.decide(rules, object, object.hologram().imported(), page.present(object), known);
        trace.attempts(object, rules, known);
        trace.decision(object, decision);
        carryOut(object, decision);
    }

    private void carryOut(ConnectorSpaceObject object, JoinDecision decision) {
        switch (decision) {
            case JoinDecision.Join join when staysAwayFrom(object, join.identity()) ->
                    page.count(Counter.DISCONNECTOR_REMAINS, object);
            case JoinDecision.Join join -> join(object, join.identity());
            case JoinDecision.Project project when staysAway(object) ->
                    page.count(Counter.DISCONNECTOR_REMAINS, object);
            case JoinDecision.Project project -> project(object, project.metaverseType());
            case JoinDecision.Ambiguous ambiguous -> hold(
                    object,
                    "ambiguous-join",
                    "The identities " + ambiguous.identities()
                            + " all match. Join it by hand, or make the criterion narrower.",
                    ambiguous.criterion());
            case JoinDecision.AlreadyJoined taken -> hold(
                    object,
                    "already-joined",
                    "Identity #" + taken.identity() + " matches, but is linked to another object of '"
                            + object.connector()
                            + "' already.",
                    taken.criterion());
            case JoinDecision.StayDisconnected stay -> page.count(Counter.DISCONNECTOR_REMAINS, object);
            case JoinDecision.Failed failed -> {
                page.count(Counter.FLOW_FAILURE, object);
                page.fail(Errors.of(
                        object, "join-failed", failed.message(), "join", failed.location(), synchronization.now()));
            }
        }
    }

    /** An object that an end disconnected shall not bring the identity back, nor one that is about to be deleted. */
    private boolean staysAway(ConnectorSpaceObject object) {
        boolean stays = hasLeft(object) || object.hologram().pendingExport().kind() == Delta.Kind.DELETE;
        if (stays) {
            synchronization.trace().note("projection", object.title(),
                    "It was disconnected by an end or a rule and has not changed since: it is not projected.");
        }
        return stays;
    }

    /** What its own end disconnected shall not cancel it. */
    private boolean staysAwayFrom(ConnectorSpaceObject object, long identity) {
        boolean stays = hasLeft(object) && page.identity(identity).isEnding();
        if (stays) {
            synchronization.trace().note("join", object.title(),
                    "It was disconnected by the end of the identity and has not changed since: it stays disconnected.");
        }
        return stays;
    }

    private static boolean hasLeft(ConnectorSpaceObject object) {
        return object.leaving() != null && !object.leaving().isOver();
    }

    private void hold(ConnectorSpaceObject object, String code, String message, JoinRules.Criterion criterion) {
        page.count(Counter.DISCONNECTOR_REMAINS, object);
        page.fail(Errors.of(object, code, message, criterion.name(), criterion.location(), synchronization.now()));
    }

    private void join(ConnectorSpaceObject object, long identity) {
        page.others(object, identity).filter(other -> other.isDraft() || Deletions.isKeptAsDeleted(other))
                .forEach(page::remove);
        page.put(object.with(Link.joined(identity, origin(object, identity))).with(leaving(object, identity)));
        page.affect(identity);
        page.arrive(object.id(), false);
    }

    /** Provisioning rules undo what was done to an account when it left; of any other object nothing is to be undone. */
    private Leaving leaving(ConnectorSpaceObject object, long identity) {
        boolean isAccount = synchronization.rules().provisioning(object, page.identity(identity)).isPresent();
        return isAccount ? leavingBefore(object) : null;
    }

    /** Why it left, as if it just had: what undoes it is still to be done. */
    static Leaving leavingBefore(ConnectorSpaceObject object) {
        return object.leaving() == null ? null : object.leaving().anew();
    }

    /** An account that provisioning would have adopted is a provisioned one, whoever of the two came first. */
    private Link.Origin origin(ConnectorSpaceObject object, long identity) {
        return synchronization.rules().provisioning(object, page.identity(identity)).isPresent()
                ? Link.Origin.PROVISIONING
                : Link.Origin.JOIN;
    }

    private void project(ConnectorSpaceObject object, String metaverseType) {
        ObjectType type = synchronization.rules().metaverseType(metaverseType).type();
        MetaverseObject identity = MetaverseObject.projected(synchronization.numbers().nextIdentity(), type);
        ConnectorSpaceObject joined =
                object.with(Link.joined(identity.id(), Link.Origin.PROJECTION)).with((Leaving) null);
        page.put(joined);
        page.put(identity);
        page.affect(identity.id());
        page.arrive(object.id(), true);
        reserveKeys(joined, identity);
    }

    /** Lets later objects of the page find the new identity by what flows into it. */
    private void reserveKeys(ConnectorSpaceObject object, MetaverseObject identity) {
        Contributor contributor = new Contributor(object, joinedFlows(object, identity));
        if (contributor.flows().isEmpty()) {
            return;
        }
        MetaverseObject keyed = ImportElection.elect(
                identity,
                List.of(contributor),
                (owner, attribute, reference) -> null,
                synchronization.rulesetVersion(),
                page.present(identity),
                false)
                .identity();
        page.put(keyed);
        candidates.reserve(keyed);
    }

    private List<AttributeFlows> joinedFlows(ConnectorSpaceObject object, MetaverseObject identity) {
        if (!synchronization.rules().mayFillJoined(object, identity)) {
            return synchronization.rules().joinedFlows(object, identity);
        }
        ExtensionImports extension = new ExtensionImports(synchronization, page);
        extension.ask(List.of(identity));
        return extension.flows(object, identity);
    }
}
