package org.syncline.rules.attributeflow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.syncline.dsl.ruleset.AttributeFlows;
import org.syncline.dsl.ruleset.AttributeFlows.ExportFlow;
import org.syncline.dsl.ruleset.AttributeFlows.ImportFlow;
import org.syncline.dsl.ruleset.AttributeFlows.Merge;
import org.syncline.dsl.ruleset.ExtensionRule;
import org.syncline.dsl.ruleset.ExtensionRule.Hook;
import org.syncline.dsl.ruleset.Ruleset;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Lineage;
import org.syncline.schema.identity.MetaverseObject;

/**
 * Keeps a value that a lower-ranked connector contributed out of the attribute from which a higher-ranked one imports.
 *
 * <p>The rank is that of the import flow; of a program the best that stands in it. Where contributions are merged every value stands for itself: additions are never blocked,
 * and what is removed is no contribution of the system any more, so that the gate blocks nothing there.
 */
public final class PrecedenceGate {
    private static final int NOT_IMPORTED = Integer.MAX_VALUE;

    private record Key(String connector, String objectType, String metaverseType, String attribute) {}

    private final Map<Key, List<ImportFlow>> imports = new HashMap<>();
    private final Set<String> importing = new HashSet<>();
    private final List<ExtensionRule> programs;

    private PrecedenceGate(List<ExtensionRule> programs) {
        this.programs = programs;
    }

    public static PrecedenceGate of(Ruleset ruleset) {
        PrecedenceGate gate = new PrecedenceGate(ruleset.extension().rules(Hook.IMPORT_FLOW).toList());
        ruleset.attributeFlows().forEach(gate::add);
        return gate;
    }

    private void add(AttributeFlows flows) {
        for (ImportFlow flow : flows.imports()) {
            importing.add(flows.connector());
            Key key = new Key(flows.connector(), flows.objectType(), flows.metaverseType(), flow.to());
            imports.computeIfAbsent(key, none -> new ArrayList<>()).add(flow);
        }
    }

    /** Whether the flow must not write what the identity holds now into the account. */
    boolean blocks(
            MetaverseObject identity, ExportFlow flow, ConnectorSpaceObject account,
            List<ConnectorSpaceObject> accounts) {
        return importing.contains(account.connector())
                && ExportedAttributes.readBy(flow).stream()
                        .anyMatch(attribute -> blocks(identity, attribute, flow.to(), account, accounts));
    }

    /** Whether it depends on who contributed what. */
    boolean mayBlock(MetaverseObject identity, ExportFlow flow, ConnectorSpaceObject account) {
        return ExportedAttributes.readBy(flow).stream().anyMatch(
                attribute -> rankOfImportFrom(flow.to(), flows(account, identity, attribute)) != NOT_IMPORTED);
    }

    private boolean blocks(
            MetaverseObject identity,
            String attribute,
            String to,
            ConnectorSpaceObject account,
            List<ConnectorSpaceObject> accounts) {
        int own = rankOfImportFrom(to, flows(account, identity, attribute));
        Lineage.Origin origin = own == NOT_IMPORTED ? null : origin(identity, attribute);
        return origin != null && rankOfContributor(origin, identity, attribute, account, accounts) > own;
    }

    private static int rankOfImportFrom(String from, List<ImportFlow> flows) {
        return flows.stream()
                .filter(flow -> flow.merge() == Merge.UPDATE || flow.merge() == Merge.REPLACE)
                .filter(flow -> flow.from() != null ? flow.from().equals(from) : flow.value().reads().contains(from))
                .mapToInt(ImportFlow::precedence)
                .min()
                .orElse(NOT_IMPORTED);
    }

    private List<ImportFlow> flows(ConnectorSpaceObject object, MetaverseObject identity, String attribute) {
        Key key = new Key(object.connector(), object.type().name(), identity.type().name(), attribute);
        return imports.getOrDefault(key, List.of());
    }

    private static Lineage.Origin origin(MetaverseObject identity, String attribute) {
        int index = identity.type().indexOf(attribute);
        return index < 0 ? null : identity.origin(index);
    }

    /**
     * The rank of the contributor; a connector is not ranked against itself, and nobody knows the rank of one that is gone, or of a
     * program that computes its precedence.
     */
    private int rankOfContributor(
            Lineage.Origin origin,
            MetaverseObject identity,
            String attribute,
            ConnectorSpaceObject account,
            List<ConnectorSpaceObject> accounts) {
        return accounts.stream()
                .filter(object -> !object.connector().equals(account.connector()))
                .filter(object -> object.id() == origin.contributor())
                .flatMapToInt(object -> IntStream.concat(
                        flows(object, identity, attribute).stream()
                                .filter(flow -> flow.name().equals(origin.rule()))
                                .mapToInt(ImportFlow::precedence),
                        ranksOfPrograms(object, identity, attribute, origin.rule())))
                .min()
                .orElse(0);
    }

    private IntStream ranksOfPrograms(
            ConnectorSpaceObject object, MetaverseObject identity, String attribute, String name) {
        return programs.stream()
                .filter(rule -> rule.name().equals(name)
                        && rule.ranks().containsKey(attribute)
                        && rule.isAbout(
                                Hook.IMPORT_FLOW, object.connector(), object.type().name(), identity.type().name()))
                .mapToInt(rule -> rule.ranks().get(attribute));
    }
}
