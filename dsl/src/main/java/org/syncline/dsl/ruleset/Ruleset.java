package org.syncline.dsl.ruleset;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.syncline.dsl.expression.Expression;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.ObjectType;

/**
 * One version of everything an administrator wrote. Immutable.
 *
 * @param contentHash of all files it was read from and of the values of parameters, as hexadecimal text
 * @param files the hash of the content of each file it was read from, by name
 * @param name of the configuration
 * @param zone in which days begin
 * @param metaverse by type name, in the order of the file
 * @param connectors by name, in the order of their files' names
 * @param joinRules in the order of files
 * @param attributeFlows in the order of files
 * @param derivations in the order of files
 * @param provisioningRules in the order of files
 * @param groupRules in the order of files
 * @param tests of the rules, in the order of files
 * @param store where the store lies, or null where it lies beside the files
 * @param retention how long the history is kept
 * @param extension the rules that are programs
 */
public record Ruleset(
        String contentHash,
        Map<String, String> files,
        String name,
        ZoneId zone,
        Map<String, MetaverseType> metaverse,
        Map<String, ConnectorDefinition> connectors,
        List<JoinRules> joinRules,
        List<AttributeFlows> attributeFlows,
        List<Derivation> derivations,
        List<ProvisioningRules> provisioningRules,
        List<GroupRules> groupRules,
        List<RuleTest> tests,
        StoreDefinition store,
        Retention retention,
        RuleExtension extension) {

    /** Names a type of objects of a connector. */
    public record TypeName(String connector, String objectType) {}

    public Ruleset {
        files = Map.copyOf(files);
        joinRules = List.copyOf(joinRules);
        attributeFlows = List.copyOf(attributeFlows);
        derivations = List.copyOf(derivations);
        provisioningRules = List.copyOf(provisioningRules);
        groupRules = List.copyOf(groupRules);
        tests = List.copyOf(tests);
    }

    /** The same rules with programs beside them. */
    public Ruleset extendedBy(RuleExtension programs) {
        return new Ruleset(
                contentHash, files, name, zone, metaverse, connectors, joinRules, attributeFlows, derivations,
                provisioningRules, groupRules, tests, store, retention, programs);
    }

    /** The same rules with some of them otherwise. */
    public Ruleset with(
            Map<String, MetaverseType> types, Map<String, ConnectorDefinition> systems, List<JoinRules> joins) {
        return new Ruleset(
                contentHash, files, name, zone, types, systems, joins, attributeFlows, derivations, provisioningRules,
                groupRules, tests, store, retention, extension);
    }

    /** The same rules between other connectors. */
    public Ruleset between(Map<String, ConnectorDefinition> others) {
        return new Ruleset(
                contentHash, files, name, zone, metaverse, others, joinRules, attributeFlows, derivations,
                provisioningRules, groupRules, tests, store, retention, extension);
    }

    /**
     * The hash of everything that what is decided of the objects of one type depends on; it changes at least whenever that can
     * change.
     */
    public String hashOf(String connector, String objectType) {
        return files.isEmpty()
                ? contentHash
                : Digest.of(new AffectingFiles(this).of(connector, objectType).toString());
    }

    /**
     * The hash of everything that what becomes of objects of some types depends on where there are no others, with the identities and
     * accounts that come of them. It changes at least whenever that can change.
     */
    public String hashOfAllThatComesOf(Set<TypeName> given) {
        return files.isEmpty() || given.isEmpty()
                ? contentHash
                : Digest.of(new AffectingFiles(this).ofAllThatComesOf(given).toString());
    }

    /** The join rules of an object type, a file each, in order. */
    public List<JoinRules> joinRules(String connector, String objectType) {
        return joinRules.stream()
                .filter(rules -> rules.connector().equals(connector) && rules.objectType().equals(objectType))
                .toList();
    }

    /** The flows between one object type of a connector and one metaverse type, in order. */
    public Stream<AttributeFlows> attributeFlows(String connector, String objectType, String metaverseType) {
        return attributeFlows.stream()
                .filter(flows -> flows.connector().equals(connector)
                        && flows.objectType().equals(objectType)
                        && flows.metaverseType().equals(metaverseType));
    }

    /** Whether what the rules decide can change by the mere passing of time. */
    public boolean dependsOnTime() {
        return extension.readsClock() || NestedExpressions.in(this).stream().anyMatch(Expression::readsClock);
    }

    /** Whether what the rules decide of an identity may depend on which links it has, and not on what flows over them alone. */
    public boolean dependsOnLinks() {
        return !extension.rules().isEmpty()
                || NestedExpressions.in(this).stream().anyMatch(expression -> !expression.readsAttributesOnly());
    }

    /** The attributes of identities that rules about other identities read through a reference, such as {@code mail} of {@code [manager.mail]}. */
    public Set<String> followedAttributes() {
        return Stream.of(metaverse, attributeFlows, derivations, provisioningRules)
                .flatMap(rules -> NestedExpressions.in(rules).stream())
                .flatMap(expression -> expression.reads().stream())
                .filter(name -> name.contains(".") && !name.startsWith("target."))
                .map(name -> name.substring(name.lastIndexOf('.') + 1))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Which memberships what the rules decide depends on. */
    public Expression.Membership membership() {
        return new RuleExpressions(this).membership();
    }

    /** The attribute that holds the names of the identities of a type that can have members; empty for other types. */
    public Optional<String> groupName(ObjectType type) {
        boolean hasMembers = type.attributes().stream()
                .anyMatch(AttributeDefinition::isSetOfReferences);
        Stream<String> ofRules = groupRules.stream()
                .filter(groups -> groups.metaverseType().equals(type.name()))
                .map(GroupRules::nameTo);
        Stream<String> usual = Stream.of("displayName", "name", "cn").filter(type::has);
        return hasMembers ? Stream.concat(ofRules, usual).findFirst() : Optional.empty();
    }

    /** The provisioning rules of a type; where only programs decide of accounts there is nothing else to be said of them. */
    public Stream<ProvisioningRules> provisioningRules(String metaverseType) {
        List<ProvisioningRules> written = provisioningRules.stream()
                .filter(rules -> rules.metaverseType().equals(metaverseType))
                .toList();
        Stream<ProvisioningRules> decidedByPrograms = extension.rules(ExtensionRule.Hook.PROVISIONING)
                .filter(rule -> metaverseType.equals(rule.metaverseType()))
                .filter(rule -> rule.connector() != null && rule.objectType() != null)
                .filter(rule -> written.stream().noneMatch(rules -> rules.connector().equals(rule.connector())
                        && rules.objectType().equals(rule.objectType())))
                .map(ProvisioningRules::decidedBy)
                .distinct();
        return Stream.concat(written.stream(), decidedByPrograms);
    }
}
