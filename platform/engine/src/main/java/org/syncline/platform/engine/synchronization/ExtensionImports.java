package org.syncline.platform.engine.synchronization;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.syncline.dsl.expression.KnownResult;
import org.syncline.dsl.ruleset.AttributeFlows;
import org.syncline.dsl.ruleset.AttributeFlows.ImportFlow;
import org.syncline.dsl.ruleset.AttributeFlows.Merge;
import org.syncline.dsl.ruleset.ExtensionAnswer;
import org.syncline.dsl.ruleset.ExtensionAnswer.Failure;
import org.syncline.dsl.ruleset.ExtensionFact;
import org.syncline.dsl.ruleset.ExtensionRule.Hook;
import org.syncline.platform.engine.run.Counter;
import org.syncline.schema.identity.Absence;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.LargeValues;
import org.syncline.schema.identity.Lineage;
import org.syncline.schema.identity.MetaverseObject;
import org.syncline.schema.identity.ObjectType;

/**
 * What programs bring into the identities of a page: import flows beside those of the files. What a program brought before it failed
 * stays: a flow that leaves its attribute as it is stands in for it, before all others.
 */
final class ExtensionImports {
    private static final int BEFORE_ALL = Integer.MIN_VALUE;

    private final Synchronization synchronization;
    private final Page page;
    private final Map<String, Map<Rank, ImportFlow>> written = new HashMap<>();
    private final Map<Long, List<AttributeFlows>> brought = new HashMap<>();

    ExtensionImports(Synchronization synchronization, Page page) {
        this.synchronization = synchronization;
        this.page = page;
    }

    /** Asks about all objects of some identities. */
    void ask(List<MetaverseObject> identities) {
        if (synchronization.rules().extension().rules(Hook.IMPORT_FLOW).findAny().isEmpty()) {
            return;
        }
        List<ExtensionFact.OfImport> facts = new ArrayList<>();
        for (MetaverseObject identity : identities) {
            for (ConnectorSpaceObject account : page.accounts(identity.id())) {
                if (account.hologram().known() != null
                        && synchronization.rules().isAbout(Hook.IMPORT_FLOW, account, identity)) {
                    facts.add(new ExtensionFact.OfImport(account, identity, page.present(identity)));
                }
            }
        }
        List<ExtensionAnswer<ImportFlow>> answers = synchronization.workers()
                .mapPages(facts, synchronization.rules().extension()::importFlows);
        Map<Long, Ranks> ranks = new HashMap<>();
        for (int fact = 0; fact < facts.size(); fact++) {
            ExtensionFact.OfImport asked = facts.get(fact);
            if (!answers.get(fact).isNone()) {
                take(asked, answers.get(fact), ranks.computeIfAbsent(
                        asked.identity().id(), unused -> new Ranks(written(asked.identity().type().name()))));
            }
        }
    }

    /** Who contributes with which precedence to the attributes of a type, by the files. */
    private Map<Rank, ImportFlow> written(String metaverseType) {
        return written.computeIfAbsent(metaverseType, type -> {
            Map<Rank, ImportFlow> ranks = new HashMap<>();
            synchronization.rules().flowsInto(type).stream()
                    .flatMap(flows -> flows.imports().stream())
                    .forEach(flow -> ranks.putIfAbsent(new Rank(flow.to(), flow.precedence()), flow));
            return ranks;
        });
    }

    /** The flows of the files and of programs from an object to its identity. */
    List<AttributeFlows> flows(ConnectorSpaceObject account, MetaverseObject identity) {
        List<AttributeFlows> written = synchronization.rules().flows(account, identity);
        List<AttributeFlows> others = brought.get(account.id());
        return others == null ? written : Stream.concat(written.stream(), others.stream()).toList();
    }

    private void take(ExtensionFact.OfImport fact, ExtensionAnswer<ImportFlow> answer, Ranks ranks) {
        List<ImportFlow> flows = new ArrayList<>();
        List<Failure> failures = new ArrayList<>(answer.failures());
        for (ImportFlow flow : answer.rules()) {
            Failure refusal = refusal(flow, fact.identity(), ranks);
            if (refusal == null) {
                flows.add(flow);
            } else {
                failures.add(refusal);
                hold(fact, flow.name(), refusal, Set.of(flow.to()), flows);
            }
        }
        answer.failures().forEach(failure -> hold(fact, failure.rule(), failure, null, flows));
        failures.forEach(failure -> fail(fact.object(), failure));
        if (!flows.isEmpty()) {
            brought.put(fact.object().id(), List.of(new AttributeFlows(
                    fact.object().connector(), fact.object().type().name(), fact.identity().type().name(), null, flows,
                    List.of(), flows.getFirst().location())));
        }
    }

    /** Why a flow cannot stand for election; null if it can. */
    private static Failure refusal(ImportFlow flow, MetaverseObject identity, Ranks ranks) {
        ObjectType type = identity.type();
        if (!type.has(flow.to())) {
            return new Failure(flow.name(), flow.location(),
                    "'" + type.name() + "' has no attribute '" + flow.to()
                            + "'. Add it to the metaverse, or name another.",
                    null);
        }
        ImportFlow other = ranks.take(flow);
        return other == null
                ? null
                : new Failure(flow.name(), flow.location(),
                        "Precedence " + flow.precedence() + " for " + type.name() + "." + flow.to() + " is taken: '"
                                + other.name() + "' (" + other.location() + ") has it too. Give one of them another.",
                        null);
    }

    /** @param only the attributes concerned; null for all that the rule may have filled */
    private static void hold(
            ExtensionFact.OfImport fact, String rule, Failure failure, Set<String> only, List<ImportFlow> flows) {
        MetaverseObject identity = fact.identity();
        Lineage.Origin origin = new Lineage.Origin(fact.object().id(), rule);
        for (int index = 0; index < identity.type().size(); index++) {
            AttributeDefinition attribute = identity.type().attribute(index);
            boolean isConcerned = only == null || only.contains(attribute.name());
            if (isConcerned && isBrought(identity, index, origin)) {
                flows.add(new ImportFlow(
                        rule, null, KnownResult.of("IgnoreThisFlow", Absence.IGNORE_THIS_FLOW), attribute.name(),
                        BEFORE_ALL, null, attribute.multiValued() ? Merge.MERGE : Merge.UPDATE, false,
                        failure.location()));
            }
        }
    }

    private static boolean isBrought(MetaverseObject identity, int attribute, Lineage.Origin origin) {
        if (identity.attributes().get(attribute) instanceof LargeValues large) {
            return large.origins().contains(origin);
        }
        return identity.lineage().get(attribute).stream()
                .anyMatch(lineage -> lineage != null && lineage.origin().equals(origin));
    }

    private void fail(ConnectorSpaceObject object, Failure failure) {
        page.count(Counter.FLOW_FAILURE, object);
        page.fail(Errors.of(object, "flow-failure", failure.message(), failure.rule(), failure.location(),
                synchronization.now()).at(failure.stack()));
    }

    private record Rank(String attribute, int precedence) {}

    /** Who contributes to the attributes of one identity with which precedence. */
    private static final class Ranks {
        private final Map<Rank, ImportFlow> written;
        private final Map<Rank, ImportFlow> taken = new HashMap<>();

        Ranks(Map<Rank, ImportFlow> written) {
            this.written = written;
        }

        /** The other rule that has the rank already; null if it was free. */
        ImportFlow take(ImportFlow flow) {
            Rank rank = new Rank(flow.to(), flow.precedence());
            ImportFlow other = written.containsKey(rank) ? written.get(rank) : taken.putIfAbsent(rank, flow);
            boolean isSame = other == null || other.location().equals(flow.location());
            return isSame || merges(flow) && merges(other) ? null : other;
        }

        private static boolean merges(ImportFlow flow) {
            return flow.merge() == Merge.MERGE || flow.merge() == Merge.MERGE_CASE_INSENSITIVE;
        }
    }
}
