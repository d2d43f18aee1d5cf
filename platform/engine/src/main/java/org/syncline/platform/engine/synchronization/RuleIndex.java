package org.syncline.platform.engine.synchronization;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.syncline.dsl.expression.Expression;
import org.syncline.dsl.ruleset.AttributeFlows;
import org.syncline.dsl.ruleset.ConnectedObjectType;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.dsl.ruleset.Derivation;
import org.syncline.dsl.ruleset.ExtensionRule;
import org.syncline.dsl.ruleset.ExtensionRule.Hook;
import org.syncline.dsl.ruleset.JoinRules;
import org.syncline.dsl.ruleset.MetaverseType;
import org.syncline.dsl.ruleset.ProvisioningRules;
import org.syncline.dsl.ruleset.RuleExtension;
import org.syncline.dsl.ruleset.Ruleset;
import org.syncline.rules.attributeflow.PrecedenceGate;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.MetaverseObject;

/** The rules of one version, found by what they are about. */
final class RuleIndex {

    /** The type of an object of a connector. */
    record TypeName(String connector, String objectType) {
        static TypeName of(ConnectorSpaceObject object) {
            return new TypeName(object.connector(), object.type().name());
        }
    }

    /**
     * A reference attribute that flows into the metaverse.
     *
     * @param index of the attribute in its type
     */
    record IncomingReference(int index, ConnectedObjectType.ConnectedAttribute attribute) {}

    private record FlowName(TypeName type, String metaverseType) {}

    private final Ruleset ruleset;
    private final PrecedenceGate gate;
    private final Map<FlowName, List<AttributeFlows>> flows = new HashMap<>();
    private final Map<String, List<AttributeFlows>> flowsInto = new HashMap<>();
    private final Map<FlowName, List<AttributeFlows>> joinedFlows = new HashMap<>();
    private final Map<TypeName, List<IncomingReference>> incomingReferences = new HashMap<>();
    private final Map<TypeName, List<JoinRules>> joinRules = new HashMap<>();
    private final Map<String, List<JoinRules>> joinRulesInto = new HashMap<>();
    private final Map<String, List<ProvisioningRules>> provisioning = new HashMap<>();
    private final Set<String> joinedAttributes = new HashSet<>();
    private final Set<String> referredToByAttribute = new HashSet<>();
    private final Set<TypeName> referredToByAnchor = new HashSet<>();
    private final boolean referencesFlowOut;
    private final Expression.Membership membership;
    private final boolean dependsOnTime;
    private final boolean dependsOnLinks;
    private final Set<String> followedAttributes;
    private final Map<String, List<Derivation>> derivations = new HashMap<>();

    RuleIndex(Ruleset ruleset) {
        this.ruleset = ruleset;
        this.gate = PrecedenceGate.of(ruleset);
        for (JoinRules rules : ruleset.joinRules()) {
            joinRulesInto.computeIfAbsent(rules.metaverseType(), unused -> new ArrayList<>()).add(rules);
            joinRules.computeIfAbsent(
                    new TypeName(rules.connector(), rules.objectType()), unused -> new ArrayList<>()).add(rules);
            rules.criteria().forEach(criterion -> criterion
                    .matches()
                    .forEach(match -> joinedAttributes.add(rules.metaverseType() + '\0' + match.with())));
        }
        ruleset.attributeFlows().forEach(this::index);
        ruleset.metaverse().keySet().forEach(type -> provisioning.put(type, ruleset.provisioningRules(type).toList()));
        dependsOnTime = ruleset.dependsOnTime();
        dependsOnLinks = ruleset.dependsOnLinks();
        for (ConnectorDefinition connector : ruleset.connectors().values()) {
            connector.objectTypes().stream()
                    .flatMap(type -> type.attributes().stream())
                    .filter(attribute -> attribute.referenceBy() != null)
                    .forEach(attribute -> referredToByAttribute.add(connector.name()));
        }
        membership = ruleset.membership();
        followedAttributes = ruleset.followedAttributes();
        for (Derivation derivation : ruleset.derivations()) {
            derivations.computeIfAbsent(derivation.metaverseType(), unused -> new ArrayList<>()).add(derivation);
        }
        ruleset.extension().rules(Hook.IMPORT_FLOW).forEach(this::indexIncoming);
        referencesFlowOut = ruleset.attributeFlows().stream().anyMatch(this::bringsReferencesOut)
                || ruleset.extension().rules(Hook.EXPORT_FLOW).findAny().isPresent();
    }

    /** A program may pass on any reference that it sees. */
    private void indexIncoming(ExtensionRule rule) {
        for (ConnectorDefinition connector : ruleset.connectors().values()) {
            for (ConnectedObjectType type : connector.objectTypes()) {
                if (rule.isAbout(Hook.IMPORT_FLOW, connector.name(), type.type().name(), null)) {
                    TypeName name = new TypeName(connector.name(), type.type().name());
                    incomingReferences.merge(name, incomingReferences(name, type, any -> true), RuleIndex::union);
                }
            }
        }
    }

    private void index(AttributeFlows rules) {
        TypeName type = new TypeName(rules.connector(), rules.objectType());
        FlowName name = new FlowName(type, rules.metaverseType());
        flows.computeIfAbsent(name, unused -> new ArrayList<>()).add(rules);
        flowsInto.computeIfAbsent(rules.metaverseType(), unused -> new ArrayList<>()).add(rules);
        List<AttributeFlows.ImportFlow> joined = rules.imports().stream()
                .filter(flow -> joinedAttributes.contains(rules.metaverseType() + '\0' + flow.to()))
                .toList();
        if (!joined.isEmpty()) {
            joinedFlows.computeIfAbsent(name, unused -> new ArrayList<>())
                    .add(new AttributeFlows(
                            rules.connector(),
                            rules.objectType(),
                            rules.metaverseType(),
                            rules.scope(),
                            joined,
                            List.of(),
                            rules.location()));
        }
        ConnectedObjectType definition = connector(rules.connector()).objectType(rules.objectType()).orElseThrow();
        List<IncomingReference> references = incomingReferences(type, definition, attribute -> rules.imports().stream()
                .anyMatch(flow -> flow.value().reads().contains(attribute)));
        incomingReferences.merge(type, references, RuleIndex::union);
    }

    private List<IncomingReference> incomingReferences(
            TypeName name, ConnectedObjectType type, Predicate<String> flows) {
        List<IncomingReference> references = new ArrayList<>();
        for (ConnectedObjectType.ConnectedAttribute attribute : type.attributes()) {
            int index = type.type().index(attribute.name());
            if (type.type().attribute(index).type() == AttributeType.REFERENCE && flows.test(attribute.name())) {
                references.add(new IncomingReference(index, attribute));
                noteTarget(name.connector(), name.objectType(), attribute);
            }
        }
        return references;
    }

    private void noteTarget(String connector, String type, ConnectedObjectType.ConnectedAttribute attribute) {
        if (attribute.referenceBy() == null) {
            referredToByAnchor.add(
                    new TypeName(connector, attribute.referenceTo() == null ? type : attribute.referenceTo()));
        }
    }

    private static List<IncomingReference> union(List<IncomingReference> some, List<IncomingReference> others) {
        List<IncomingReference> all = new ArrayList<>(some);
        others.stream().filter(other -> !all.contains(other)).forEach(all::add);
        return all;
    }

    private boolean bringsReferencesOut(AttributeFlows rules) {
        ConnectedObjectType type = connector(rules.connector()).objectType(rules.objectType()).orElseThrow();
        return rules.exports().stream()
                .anyMatch(
                        flow -> type.type().attribute(type.type().index(flow.to())).type() == AttributeType.REFERENCE);
    }

    Ruleset ruleset() {
        return ruleset;
    }

    RuleExtension extension() {
        return ruleset.extension();
    }

    /** Whether anything may flow from an object to an identity. */
    boolean contributes(ConnectorSpaceObject object, MetaverseObject identity) {
        return flows(object, identity).stream().anyMatch(rules -> !rules.imports().isEmpty())
                || isAbout(Hook.IMPORT_FLOW, object, identity);
    }

    /** Whether a program is asked about an object and an identity. */
    boolean isAbout(Hook hook, ConnectorSpaceObject object, MetaverseObject identity) {
        return extension().isAbout(hook, object.connector(), object.type().name(), identity.type().name());
    }

    /** Whether a program may fill an attribute by which objects join identities of a type. */
    boolean mayFillJoined(ConnectorSpaceObject object, MetaverseObject identity) {
        String type = identity.type().name();
        return extension().rules(Hook.IMPORT_FLOW)
                .filter(rule -> rule.isAbout(
                        Hook.IMPORT_FLOW, object.connector(), object.type().name(), type))
                .anyMatch(rule -> joinedAttributes.stream()
                        .anyMatch(joined -> joined.startsWith(type + '\0')
                                && rule.mayFill(joined.substring(type.length() + 1))));
    }

    PrecedenceGate gate() {
        return gate;
    }

    ConnectorDefinition connector(String name) {
        return ruleset.connectors().get(name);
    }

    /** The type of an object as it is defined now; empty if it is not defined any more. */
    Optional<ConnectedObjectType> objectType(ConnectorSpaceObject object) {
        ConnectorDefinition connector = connector(object.connector());
        return connector == null ? Optional.empty() : connector.objectType(object.type().name());
    }

    MetaverseType metaverseType(String name) {
        return ruleset.metaverse().get(name);
    }

    /** The join rules of an object type, a file each, in order. */
    List<JoinRules> joinRules(TypeName type) {
        return joinRules.getOrDefault(type, List.of());
    }

    /** The rules of all connectors by which objects join identities of a type. */
    List<JoinRules> joinRulesInto(String metaverseType) {
        return joinRulesInto.getOrDefault(metaverseType, List.of());
    }

    List<AttributeFlows> flows(ConnectorSpaceObject object, MetaverseObject identity) {
        return flows.getOrDefault(new FlowName(TypeName.of(object), identity.type().name()), List.of());
    }

    /** The flows between all connectors and a metaverse type. */
    List<AttributeFlows> flowsInto(String metaverseType) {
        return flowsInto.getOrDefault(metaverseType, List.of());
    }

    /** Only the import flows to attributes that joins compare. */
    List<AttributeFlows> joinedFlows(ConnectorSpaceObject object, MetaverseObject identity) {
        return joinedFlows.getOrDefault(new FlowName(TypeName.of(object), identity.type().name()), List.of());
    }

    List<IncomingReference> incomingReferences(ConnectorSpaceObject object) {
        return incomingReferences.getOrDefault(TypeName.of(object), List.of());
    }

    List<ProvisioningRules> provisioning(String metaverseType) {
        return provisioning.getOrDefault(metaverseType, List.of());
    }

    /** The provisioning rules an account falls under. */
    Optional<ProvisioningRules> provisioning(ConnectorSpaceObject account, MetaverseObject identity) {
        return provisioning(identity.type().name()).stream()
                .filter(rules -> rules.connector().equals(account.connector())
                        && rules.objectType().equals(account.type().name()))
                .findFirst();
    }

    /** The attributes of an identity that rules about those who refer to it read. */
    Set<String> followedAttributes() {
        return followedAttributes;
    }

    List<Derivation> derivations(String metaverseType) {
        return derivations.getOrDefault(metaverseType, List.of());
    }

    /** Whether the mere passing of time can change what the rules decide. */
    boolean dependsOnTime() {
        return dependsOnTime;
    }

    /** Whether the end of a link alone can change what the rules decide of an identity. */
    boolean dependsOnLinks() {
        return dependsOnLinks;
    }

    boolean referencesFlowIn() {
        return incomingReferences.values().stream().anyMatch(list -> !list.isEmpty());
    }

    /** Whether a reference of the connector names its target by an attribute. */
    boolean isReferredToByAttribute(String connector) {
        return referredToByAttribute.contains(connector);
    }

    /** Whether a reference that flows in may name an object of the type by its anchor. */
    boolean isReferredToByAnchor(TypeName type) {
        return referredToByAnchor.contains(type);
    }

    Expression.Membership membership() {
        return membership;
    }

    boolean referencesFlowOut() {
        return referencesFlowOut;
    }
}
