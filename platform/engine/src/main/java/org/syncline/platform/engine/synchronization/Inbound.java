package org.syncline.platform.engine.synchronization;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.syncline.dsl.expression.Evaluation;
import org.syncline.dsl.expression.EvaluationException;
import org.syncline.dsl.expression.Expression;
import org.syncline.dsl.ruleset.AttributeFlows;
import org.syncline.dsl.ruleset.ConnectedObjectType;
import org.syncline.dsl.ruleset.ExtensionAnswer;
import org.syncline.dsl.ruleset.ExtensionFact;
import org.syncline.dsl.ruleset.JoinResolution;
import org.syncline.dsl.ruleset.JoinRules;
import org.syncline.dsl.ruleset.ProvisioningRules;
import org.syncline.platform.engine.port.Keys;
import org.syncline.platform.engine.run.Counter;
import org.syncline.platform.engine.synchronization.RuleIndex.TypeName;
import org.syncline.rules.attributeflow.Contributor;
import org.syncline.rules.attributeflow.ImportElection;
import org.syncline.rules.join.Candidates;
import org.syncline.rules.join.JoinAttempts;
import org.syncline.rules.join.JoinDecision;
import org.syncline.rules.join.JoinKey;
import org.syncline.rules.join.Joining;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.ContentHash;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.Hologram;
import org.syncline.schema.identity.Leaving;
import org.syncline.schema.identity.Link;
import org.syncline.schema.identity.LinkState;
import org.syncline.schema.identity.MetaverseObject;
import org.syncline.schema.identity.ObjectType;

/** Delete, filter, join, projection: whom each object of a page belongs to now. */
final class Inbound {
    private final Synchronization synchronization;
    private final Page page;
    private final boolean mayBreakLinks;
    private final Map<ContentHash, Set<Long>> candidates = new HashMap<>();

    /** @param mayBreakLinks whether deletions and filterings are carried out now, or deferred */
    Inbound(Synchronization synchronization, Page page, boolean mayBreakLinks) {
        this.synchronization = synchronization;
        this.page = page;
        this.mayBreakLinks = mayBreakLinks;
    }

    void decide(List<ConnectorSpaceObject> objects) {
        findCandidates(objects);
        for (ConnectorSpaceObject object : found(objects)) {
            ConnectorSpaceObject synchronizedObject =
                    object.with(object.hologram().synchronize());
            if (isGone(synchronizedObject)) {
                delete(synchronizedObject);
            } else if (object.isDraft()
                    || object.hologram().known() == null && object.hologram().pendingImport().isNone()) {
                affectIdentity(object);
            } else {
                filterAndJoin(synchronizedObject);
            }
        }
    }

    /** What is linked to an identity that is not there belongs to nobody; a draft of such a one goes. */
    private List<ConnectorSpaceObject> found(List<ConnectorSpaceObject> objects) {
        List<ConnectorSpaceObject> found = new ArrayList<>(objects.size());
        for (ConnectorSpaceObject object : objects) {
            boolean isStray = object.link().isJoined() && page.identity(object.link().identity()) == null;
            if (isStray && object.isDraft() && !synchronization.isInFlight(object)) {
                page.remove(object);
            } else {
                found.add(isStray ? free(object) : object);
            }
        }
        return found;
    }

    private ConnectorSpaceObject free(ConnectorSpaceObject object) {
        synchronization.trace().note("link", object.title(),
                "Identity #" + object.link().identity() + " is not there any more; the object belongs to nobody.");
        page.count(Counter.CONNECTOR_DELETE_REMOVE_MV, object);
        ConnectorSpaceObject free = object.with(Link.DISCONNECTED);
        page.put(free);
        return free;
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

    /** Whether the system accepted it and never had it: then it is created anew. */
    private static boolean isLostAdd(ConnectorSpaceObject object) {
        return object.hologram().known() == null && object.hologram().pendingImport().kind() == Delta.Kind.DELETE;
    }

    private void affectIdentity(ConnectorSpaceObject object) {
        if (object.link().isJoined()) {
            page.affect(object.link().identity());
        }
    }

    private void delete(ConnectorSpaceObject object) {
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
                && others(object, identity.id()).allMatch(Inbound::isGone)
                && rules.get().provisions().stream()
                        .anyMatch(provision -> provision.ifDeleted() == ProvisioningRules.IfDeleted.REPORT);
    }

    private void filterAndJoin(ConnectorSpaceObject object) {
        try {
            if (isFiltered(object)) {
                filter(object);
                return;
            }
        } catch (EvaluationException failure) {
            page.count(Counter.FLOW_FAILURE, object);
            page.fail(Errors.of(
                    object,
                    "filter-failed",
                    failure.getMessage(),
                    "filter",
                    synchronization.rules().objectType(object).orElseThrow().location(),
                    synchronization.now()));
            return;
        }
        ConnectorSpaceObject unfiltered = sinceItLeft(
                object.link().state() == LinkState.FILTERED ? object.with(Link.DISCONNECTED) : object);
        page.put(unfiltered);
        switch (unfiltered.link().state()) {
            case JOINED -> page.affect(unfiltered.link().identity());
            case DISCONNECTED -> join(unfiltered);
            case EXPLICITLY_DISCONNECTED, FILTERED -> page.count(Counter.DISCONNECTOR_REMAINS, object);
        }
    }

    /** What was disconnected by an outcome and changed since then may be projected again. */
    private ConnectorSpaceObject sinceItLeft(ConnectorSpaceObject object) {
        boolean changed = !page.stored(object).hologram().pendingImport().isNone();
        return changed && !object.link().isJoined() && object.leaving() != null
                ? object.with(object.leaving().over())
                : object;
    }

    /** What a person, or an outcome, decided about the link is not the filter's to decide. */
    private boolean isFiltered(ConnectorSpaceObject object) {
        Expression filter = synchronization.rules().objectType(object).map(ConnectedObjectType::filter).orElse(null);
        boolean isDecided = object.link().origin() == Link.Origin.MANUAL
                || object.link().state() == LinkState.EXPLICITLY_DISCONNECTED;
        return filter != null && !isDecided && filter.holds(evaluation(object));
    }

    private Evaluation evaluation(ConnectorSpaceObject object) {
        return Evaluation.at(page.present(object))
                .source(object.hologram().imported())
                .anchor(object.anchor());
    }

    private void filter(ConnectorSpaceObject object) {
        synchronization.trace().note("filter", object.title(), "The connector's filter holds: it stays disconnected.");
        synchronization.trace().act(
                "filter", object.id(), "filter", synchronization.rules().objectType(object).orElseThrow().location());
        if (!object.link().isJoined()) {
            page.put(object.with(Link.FILTERED));
            page.count(Counter.DISCONNECTOR_FILTERED, object);
        } else if (mayBreakLinks) {
            page.bereave(object);
            page.put(object.with(Link.FILTERED).with(object.hologram().want(object.hologram().exported())));
        } else {
            page.defer(object.id());
        }
    }

    private void join(ConnectorSpaceObject object) {
        List<JoinRules> rules = synchronization.rules().joinRules(TypeName.of(object));
        boolean isDeletionUnconfirmed = object.hologram().exported() == null;
        if (rules.isEmpty() || isDeletionUnconfirmed) {
            page.count(Counter.DISCONNECTOR_REMAINS, object);
            return;
        }
        JoinDecision decision = Joining.decide(
                rules, object, object.hologram().imported(), page.present(object), candidatesFor(object));
        traceAttempts(object, rules);
        synchronization.trace().note("join", object.title(), describe(decision));
        traceRule(object, decision);
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

    private void traceAttempts(ConnectorSpaceObject object, List<JoinRules> rules) {
        if (synchronization.trace().isOn()) {
            Candidates known = candidatesFor(object);
            JoinAttempts.of(rules, object, object.hologram().imported(), synchronization.present(), known)
                    .forEach(attempt -> synchronization.trace().note(
                            "join", object.title(), "'" + attempt.criterion() + "' (" + attempt.location()
                                    + ") compares " + attempt.keys() + ": " + attempt.outcome() + "."));
        }
    }

    private void traceRule(ConnectorSpaceObject object, JoinDecision decision) {
        switch (decision) {
            case JoinDecision.Join join -> traceRule(object, join.criterion());
            case JoinDecision.Ambiguous ambiguous -> traceRule(object, ambiguous.criterion());
            case JoinDecision.AlreadyJoined taken -> traceRule(object, taken.criterion());
            case JoinDecision.Project project -> synchronization.trace().act(
                    "projection", object.id(), project.projection().name(), project.projection().location());
            case JoinDecision.StayDisconnected stay -> {
                // No rule decided it.
            }
            case JoinDecision.Failed failed -> {
                // It decided nothing.
            }
        }
    }

    private void traceRule(ConnectorSpaceObject object, JoinRules.Criterion criterion) {
        synchronization.trace().act("join", object.id(), criterion.name(), criterion.location());
    }

    private static String describe(JoinDecision decision) {
        return switch (decision) {
            case JoinDecision.Join join ->
                    "Joins identity #" + join.identity() + " by '" + join.criterion().name() + "'.";
            case JoinDecision.Project project ->
                    "No identity matches; '" + project.projection().name() + "' makes a new one.";
            case JoinDecision.Ambiguous ambiguous ->
                    "Several identities match by '" + ambiguous.criterion().name() + "': "
                            + ambiguous.identities();
            case JoinDecision.AlreadyJoined taken ->
                    "Identity #" + taken.identity() + " matches but has such an account already.";
            case JoinDecision.StayDisconnected stay -> "Stays disconnected: " + stay.reason();
            case JoinDecision.Failed failed -> "Failed: " + failed.message();
        };
    }

    private void join(ConnectorSpaceObject object, long identity) {
        others(object, identity).filter(other -> other.isDraft() || isKeptAsDeleted(other)).forEach(page::remove);
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
        synchronization.keys().change(null, keyed).keysAfter().forEach(key -> candidates
                .computeIfAbsent(key, unused -> new HashSet<>())
                .add(identity.id()));
    }

    private List<AttributeFlows> joinedFlows(ConnectorSpaceObject object, MetaverseObject identity) {
        if (!synchronization.rules().mayFillJoined(object, identity)) {
            return synchronization.rules().joinedFlows(object, identity);
        }
        ExtensionImports extension = new ExtensionImports(synchronization, page);
        extension.ask(List.of(identity));
        return extension.flows(object, identity);
    }

    /** What does not exist yet, or no longer, gives its place to an account that does; not what may have arrived. */
    private boolean yields(ConnectorSpaceObject account) {
        return account.isDraft() ? !synchronization.isInFlight(account) : isGone(account);
    }

    /** Whether the filter keeps it out now, although that is carried out at the end of the step only. */
    private boolean isLeaving(ConnectorSpaceObject account) {
        try {
            return isFiltered(account);
        } catch (EvaluationException failure) {
            return false;
        }
    }

    /** The objects of the same type that an identity has besides this one. */
    private Stream<ConnectorSpaceObject> others(ConnectorSpaceObject object, long identity) {
        return page.accounts(identity).stream()
                .filter(account -> account.id() != object.id() && TypeName.of(account).equals(TypeName.of(object)));
    }

    /** Looks up, for all objects of the page at once, the identities their join keys name. */
    private void findCandidates(List<ConnectorSpaceObject> objects) {
        Set<ContentHash> keys = new HashSet<>();
        for (ConnectorSpaceObject object : objects) {
            Attributes image = object.hologram().imported();
            if (image != null && !object.link().isJoined()) {
                synchronization.rules().joinRules(TypeName.of(object)).forEach(rules -> {
                    for (JoinKey key : Joining.keys(rules, object, image, synchronization.present())) {
                        keys.add(Keys.metaverse(rules.metaverseType(), key.with(), key.key()));
                    }
                });
            }
        }
        if (keys.isEmpty()) {
            return;
        }
        Map<ContentHash, List<Long>> found = synchronization.store().metaverse().find(keys);
        found.forEach((key, ids) -> candidates.computeIfAbsent(key, unused -> new HashSet<>()).addAll(ids));
        Set<Long> ids = new HashSet<>();
        found.values().forEach(ids::addAll);
        page.loadIdentities(ids);
    }

    /** What a program chooses, of those that it was given. */
    private JoinResolution resolve(
            ConnectorSpaceObject object, JoinRules.Criterion criterion, List<MetaverseObject> hits) {
        ExtensionFact.OfJoin fact = new ExtensionFact.OfJoin(object, criterion, hits, page.present(object));
        ExtensionAnswer<JoinResolution> answer =
                synchronization.rules().extension().resolveJoins(List.of(fact)).getFirst();
        for (ExtensionAnswer.Failure failure : answer.failures()) {
            page.count(Counter.FLOW_FAILURE, object);
            page.fail(Errors.of(object, "join-failed", failure.message(), failure.rule(), failure.location(),
                    synchronization.now()).at(failure.stack()));
        }
        return answer.failures().isEmpty() && !answer.rules().isEmpty() ? answer.rules().getFirst() : null;
    }

    private Candidates candidatesFor(ConnectorSpaceObject object) {
        return new Candidates() {
            @Override
            public List<MetaverseObject> with(String metaverseType, String attribute, String value) {
                ContentHash key = Keys.metaverse(metaverseType, attribute, value);
                List<MetaverseObject> identities = new ArrayList<>();
                candidates.getOrDefault(key, Set.of()).stream().sorted().map(page::identity).forEach(identity -> {
                    if (identity != null) {
                        identities.add(identity);
                    }
                });
                return identities;
            }

            @Override
            public boolean isTaken(long identity) {
                return others(object, identity).anyMatch(account -> !yields(account) && !isLeaving(account));
            }

            @Override
            public JoinResolution resolve(JoinRules.Criterion criterion, List<MetaverseObject> hits) {
                return Inbound.this.resolve(object, criterion, hits);
            }
        };
    }
}
