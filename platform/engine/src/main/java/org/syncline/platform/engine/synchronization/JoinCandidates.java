package org.syncline.platform.engine.synchronization;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.syncline.dsl.expression.EvaluationException;
import org.syncline.dsl.ruleset.ExtensionAnswer;
import org.syncline.dsl.ruleset.ExtensionFact;
import org.syncline.dsl.ruleset.JoinResolution;
import org.syncline.dsl.ruleset.JoinRules;
import org.syncline.platform.engine.port.Keys;
import org.syncline.platform.engine.run.Counter;
import org.syncline.platform.engine.synchronization.RuleIndex.TypeName;
import org.syncline.rules.join.Candidates;
import org.syncline.rules.join.JoinKey;
import org.syncline.rules.join.Joining;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.ContentHash;
import org.syncline.schema.identity.MetaverseObject;

/** The identities that objects of a page may join, by their join keys. */
final class JoinCandidates {
    private final Synchronization synchronization;
    private final Page page;
    private final ConnectorFilter filter;
    private final Map<ContentHash, Set<Long>> known = new HashMap<>();

    JoinCandidates(Synchronization synchronization, Page page, ConnectorFilter filter) {
        this.synchronization = synchronization;
        this.page = page;
        this.filter = filter;
    }

    /** Looks up, for all objects of the page at once, the identities their join keys name. */
    void find(List<ConnectorSpaceObject> objects) {
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
        found.forEach((key, ids) -> known.computeIfAbsent(key, unused -> new HashSet<>()).addAll(ids));
        Set<Long> ids = new HashSet<>();
        found.values().forEach(ids::addAll);
        page.loadIdentities(ids);
    }

    /** Lets later objects of the page find a new identity. */
    void reserve(MetaverseObject identity) {
        synchronization.keys().change(null, identity).keysAfter().forEach(
                key -> known.computeIfAbsent(key, unused -> new HashSet<>()).add(identity.id()));
    }

    Candidates of(ConnectorSpaceObject object) {
        return new Candidates() {
            @Override
            public List<MetaverseObject> with(String metaverseType, String attribute, String value) {
                ContentHash key = Keys.metaverse(metaverseType, attribute, value);
                List<MetaverseObject> identities = new ArrayList<>();
                known.getOrDefault(key, Set.of()).stream().sorted().map(page::identity).forEach(identity -> {
                    if (identity != null) {
                        identities.add(identity);
                    }
                });
                return identities;
            }

            @Override
            public boolean isTaken(long identity) {
                return page.others(object, identity).anyMatch(account -> !yields(account) && !isLeaving(account));
            }

            @Override
            public JoinResolution resolve(JoinRules.Criterion criterion, List<MetaverseObject> hits) {
                return JoinCandidates.this.resolve(object, criterion, hits);
            }
        };
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

    /** What does not exist yet, or no longer, gives its place to an account that does; not what may have arrived. */
    private boolean yields(ConnectorSpaceObject account) {
        return account.isDraft() ? !synchronization.isInFlight(account) : Deletions.isGone(account);
    }

    /** Whether the filter keeps it out now, although that is carried out at the end of the step only. */
    private boolean isLeaving(ConnectorSpaceObject account) {
        try {
            return filter.keepsOut(account);
        } catch (EvaluationException failure) {
            return false;
        }
    }
}
