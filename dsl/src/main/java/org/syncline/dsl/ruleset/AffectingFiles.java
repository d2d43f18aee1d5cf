package org.syncline.dsl.ruleset;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.syncline.dsl.ruleset.ExtensionRule.Hook;
import org.syncline.dsl.ruleset.Ruleset.TypeName;

/**
 * Says which files what is decided of an object depends on. A file of which that can't be said counts for every object: rather one
 * evaluation too many than one too few.
 */
record AffectingFiles(Ruleset ruleset) {
    private static final Set<String> OF_NO_RULE = Set.of("schedule.xml");
    private static final String TESTS = "tests/";
    private static final String LOOKUP = "lookup/";
    private static final String TABLE = ".csv";

    /** The files that matter to the objects of one type, with the hashes of their content. */
    Map<String, String> of(String connector, String objectType) {
        Map<String, String> files = new TreeMap<>(ruleset.files());
        files.keySet().removeIf(file -> file.startsWith(TESTS) || OF_NO_RULE.contains(file));
        Set<String> otherwise = ofAny();
        otherwise.removeAll(places(connector, objectType).collect(Collectors.toSet()));
        files.keySet().removeAll(otherwise);
        if (files.keySet().stream().anyMatch(AffectingFiles::isLookup)) {
            Set<String> tables = tables(files.keySet());
            files.keySet().removeIf(file -> isLookup(file) && !tables.contains(file));
        }
        return files;
    }

    /**
     * The files that matter to what becomes of objects of some types where there are no others, with the identities and accounts that
     * come of them.
     */
    Map<String, String> ofAllThatComesOf(Set<TypeName> given) {
        Map<String, String> files = new TreeMap<>();
        reachable(given).forEach(type -> files.putAll(of(type.connector(), type.objectType())));
        ruleset.extension().rules(Hook.STEP)
                .map(rule -> rule.location().file())
                .forEach(file -> files.put(file, ruleset.files().get(file)));
        return files;
    }

    private Set<TypeName> reachable(Set<TypeName> given) {
        Set<TypeName> reached = new HashSet<>(given);
        Deque<TypeName> open = new ArrayDeque<>(given);
        while (!open.isEmpty()) {
            accounts(open.poll()).filter(reached::add).forEach(open::add);
        }
        return reached;
    }

    /** Those that identities may get which come of an object, or of groups that it makes. */
    private Stream<TypeName> accounts(TypeName type) {
        return Stream.concat(
                metaverseTypes(type.connector(), type.objectType()).stream(),
                ruleset.groupRules().stream().map(GroupRules::metaverseType))
                .distinct()
                .flatMap(ruleset::provisioningRules)
                .map(rules -> new TypeName(rules.connector(), rules.objectType()));
    }

    private static boolean isLookup(String file) {
        return file.startsWith(LOOKUP);
    }

    /** The lookup tables that rules in some of the files read. */
    private Set<String> tables(Set<String> files) {
        return Stream.<Stream<?>>of(
                ruleset.metaverse().values().stream(),
                ruleset.derivations().stream(),
                ruleset.groupRules().stream(),
                ruleset.connectors().values().stream().filter(rules -> files.contains(rules.location().file())),
                ruleset.joinRules().stream().filter(rules -> files.contains(rules.location().file())),
                ruleset.attributeFlows().stream().filter(rules -> files.contains(rules.location().file())),
                ruleset.provisioningRules().stream().filter(rules -> files.contains(rules.location().file())))
                .flatMap(rules -> rules)
                .flatMap(rules -> NestedExpressions.in(rules).stream())
                .flatMap(expression -> expression.looksUp().stream())
                .map(table -> LOOKUP + table + TABLE)
                .collect(Collectors.toSet());
    }

    /** The files of which can be said to which objects they matter. */
    private Set<String> ofAny() {
        return Stream.of(
                ruleset.connectors().values().stream().map(ConnectorDefinition::location),
                ruleset.joinRules().stream().map(JoinRules::location),
                ruleset.attributeFlows().stream().map(AttributeFlows::location),
                ruleset.provisioningRules().stream().map(ProvisioningRules::location),
                ruleset.extension().rules().stream().map(ExtensionRule::location))
                .flatMap(places -> places)
                .map(RuleLocation::file)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A program without a type is about all that it may be asked of. */
    private Stream<RuleLocation> ofPrograms(String connector, String objectType, Set<String> metaverseTypes) {
        return ruleset.extension().rules().stream()
                .filter(rule -> isAboutObject(rule, connector, objectType)
                        || decidesOfIdentities(rule) && (rule.metaverseType() == null
                                || metaverseTypes.contains(rule.metaverseType())))
                .map(ExtensionRule::location);
    }

    private static boolean isAboutObject(ExtensionRule rule, String connector, String objectType) {
        return (rule.connector() == null || rule.connector().equals(connector))
                && (rule.objectType() == null || rule.objectType().equals(objectType));
    }

    private static boolean decidesOfIdentities(ExtensionRule rule) {
        return switch (rule.hook()) {
            case PROVISIONING, IDENTITY_ENDS, RESOLVE -> true;
            case FILTER, JOIN_KEY, PROJECT, RESOLVE_JOIN, IMPORT_FLOW, EXPORT_FLOW, STEP -> false;
        };
    }

    private Stream<String> places(String connector, String objectType) {
        Set<String> types = metaverseTypes(connector, objectType);
        return Stream.of(
                Stream.of(ruleset.connectors().get(connector)).filter(Objects::nonNull)
                        .map(ConnectorDefinition::location),
                ruleset.joinRules().stream()
                        .filter(rules -> rules.connector().equals(connector) && rules.objectType().equals(objectType))
                        .map(JoinRules::location),
                ruleset.attributeFlows().stream()
                        .filter(flows -> flows.connector().equals(connector) && flows.objectType().equals(objectType))
                        .map(AttributeFlows::location),
                ruleset.provisioningRules().stream()
                        .filter(rules -> types.contains(rules.metaverseType()))
                        .flatMap(this::ofAccounts),
                ofPrograms(connector, objectType, types))
                .flatMap(places -> places)
                .map(RuleLocation::file);
    }

    /** Who gets an account depends on the rules of that account too, even while there is none. */
    private Stream<RuleLocation> ofAccounts(ProvisioningRules rules) {
        return Stream.concat(
                Stream.of(rules.location(), ruleset.connectors().get(rules.connector()).location()),
                ruleset.joinRules(rules.connector(), rules.objectType()).stream().map(JoinRules::location));
    }

    private Set<String> metaverseTypes(String connector, String objectType) {
        return Stream.of(
                ruleset.joinRules().stream()
                        .filter(rules -> rules.connector().equals(connector) && rules.objectType().equals(objectType))
                        .map(JoinRules::metaverseType),
                ruleset.attributeFlows().stream()
                        .filter(flows -> flows.connector().equals(connector) && flows.objectType().equals(objectType))
                        .map(AttributeFlows::metaverseType),
                ruleset.provisioningRules().stream()
                        .filter(rules -> rules.connector().equals(connector) && rules.objectType().equals(objectType))
                        .map(ProvisioningRules::metaverseType),
                ruleset.extension().rules().stream()
                        .filter(rule -> isAboutObject(rule, connector, objectType))
                        .map(ExtensionRule::metaverseType)
                        .filter(Objects::nonNull))
                .flatMap(types -> types)
                .collect(Collectors.toSet());
    }
}
