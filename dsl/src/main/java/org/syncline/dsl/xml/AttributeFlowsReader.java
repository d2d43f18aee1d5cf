package org.syncline.dsl.xml;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.glassfish.jaxb.core.Locatable;
import org.syncline.dsl.expression.Expression;
import org.syncline.dsl.expression.FlagBits;
import org.syncline.dsl.ruleset.AttributeFlows;
import org.syncline.dsl.ruleset.AttributeFlows.Compare;
import org.syncline.dsl.ruleset.AttributeFlows.Merge;
import org.syncline.dsl.ruleset.AttributeFlows.WhenEmpty;
import org.syncline.dsl.ruleset.ConnectorDefinition;
import org.syncline.dsl.ruleset.Derivation;
import org.syncline.dsl.xml.binding.DeriveFlow;
import org.syncline.dsl.xml.binding.ExportFlow;
import org.syncline.dsl.xml.binding.ExportedValues;
import org.syncline.dsl.xml.binding.Flag;
import org.syncline.dsl.xml.binding.ImportFlow;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.ObjectType;

/** Reads files of rules/attribute-flow. */
final class AttributeFlowsReader {
    private final RuleFile rules;
    private final SourceFile file;
    private final org.syncline.dsl.xml.binding.AttributeFlows root;
    private final Set<String> names = new HashSet<>();

    AttributeFlowsReader(Document<org.syncline.dsl.xml.binding.AttributeFlows> document, Schemas schemas,
            Parameters parameters) {
        this.file = document.file();
        this.root = document.root();
        this.rules = new RuleFile(file, schemas, parameters, root,
                new RuleFile.About(root.getConnector(), root.getObjectType(), root.getMetaverseType()));
    }

    AttributeFlows read() {
        checkConnector();
        return new AttributeFlows(
                root.getConnector(),
                root.getObjectType(),
                root.getMetaverseType(),
                rules.scope(root.getScope(), rules.overObject()),
                imports(),
                exports(),
                file.location(root));
    }

    /** The values that identities derive; a file without a connector has nothing else. */
    List<Derivation> derivations() {
        return Parts.all(root.getFlows(), DeriveFlow.class).stream()
                .map(derive -> Optional.of(derivation(derive)).filter(read -> derive.isEnabled()))
                .flatMap(Optional::stream)
                .toList();
    }

    private Derivation derivation(DeriveFlow derive) {
        FlowValue source = FlowValue.of(derive, null, derive.getContent());
        Optional<AttributeDefinition> target = rules.metaverseAttribute(derive, "to", derive.getTo());
        Expression value = source.compile(rules, rules.overIdentityAlone(), target);
        ValueTypes.checkImported(file, derive, value, target);
        String name = derive.getName() != null ? derive.getName() : "to " + derive.getTo();
        return new Derivation(
                root.getMetaverseType(),
                Derivation.PREFIX + (names.add(Derivation.PREFIX + name)
                        ? name
                        : name + " (line " + file.location(derive).line() + ")"),
                value,
                derive.getTo(),
                rules.expressions().condition(source.when(), rules.overIdentityAlone()),
                file.location(derive));
    }

    private void checkConnector() {
        boolean named = root.getConnector() != null && root.getObjectType() != null;
        boolean needed = root.getFlows().stream()
                .anyMatch(flow -> flow instanceof ImportFlow || flow instanceof ExportFlow);
        if (!named && (needed || root.getConnector() != null || root.getObjectType() != null)) {
            String missing = root.getConnector() == null ? "connector" : "object-type";
            file.problem(root, "<attribute-flows> lacks the attribute " + missing,
                    "only <derive> does without connector and object-type");
        }
        if (root.getConnector() == null && root.getScope() != null) {
            file.problem(root.getScope(), "<scope> limits the objects of a connector, and this file names none",
                    "give each <derive> its own <when>");
        }
    }

    private List<AttributeFlows.ImportFlow> imports() {
        return Parts.all(root.getFlows(), ImportFlow.class).stream()
                .map(flow -> Optional.of(importFlow(flow)).filter(read -> flow.isEnabled()))
                .flatMap(Optional::stream)
                .toList();
    }

    private AttributeFlows.ImportFlow importFlow(ImportFlow flow) {
        FlowValue source = FlowValue.of(flow, flow.getFrom(), flow.getValue(), flow.getContent());
        Optional<AttributeDefinition> target = rules.metaverseAttribute(flow, "to", flow.getTo());
        Expression value = source.compile(rules, rules.overObject(), target);
        ValueTypes.checkImported(file, flow, value, target);
        return new AttributeFlows.ImportFlow(
                name(flow, "import", flow.getName(), flow.getFrom(), flow.getTo()),
                flow.getFrom(),
                value,
                flow.getTo(),
                precedence(flow),
                rules.expressions().condition(source.when(), rules.overObject()),
                merge(flow.getMerge()),
                flow.isKeepWhenGone(),
                file.location(flow));
    }

    /** One that is written but is no number was reported; it shall not count as missing too. */
    private int precedence(ImportFlow flow) {
        return flow.getPrecedence() != null
                ? flow.getPrecedence()
                : file.has(flow, "precedence") ? -file.location(flow).line() : AttributeFlows.ImportFlow.ONLY;
    }

    static Merge merge(org.syncline.dsl.xml.binding.Merge written) {
        return switch (written) {
            case UPDATE -> Merge.UPDATE;
            case REPLACE -> Merge.REPLACE;
            case MERGE -> Merge.MERGE;
            case MERGE_CASE_INSENSITIVE -> Merge.MERGE_CASE_INSENSITIVE;
        };
    }

    private List<AttributeFlows.ExportFlow> exports() {
        return Parts.all(root.getFlows(), ExportFlow.class).stream()
                .map(flow -> Optional.of(exportFlow(flow)).filter(read -> flow.isEnabled()))
                .flatMap(Optional::stream)
                .toList();
    }

    private AttributeFlows.ExportFlow exportFlow(ExportFlow flow) {
        checkExport(flow);
        FlowValue source = FlowValue.of(flow, flow.getFrom(), flow.getValue(), flow.getContent());
        Optional<AttributeDefinition> target = rules.connectedAttribute(flow, "to", flow.getTo());
        Optional<FlagBits> flags = flags(flow, source);
        Expression value = flags.isPresent() ? flags.get() : source.compile(rules, rules.overIdentity(), target);
        ValueTypes.checkExported(file, flow, value, target);
        return new AttributeFlows.ExportFlow(
                name(flow, "export", flow.getName(), flow.getFrom(), flow.getTo()),
                flow.getFrom(),
                value,
                flow.getTo(),
                flow.isInitialOnly(),
                flow.isAllowNull(),
                flags.isPresent() ? Compare.MASK : compare(flow),
                flow.getMask() != null ? Literal.bits(flow.getMask()) : flags.map(FlagBits::mask).orElse(0L),
                flow.getValues() == ExportedValues.OWN,
                rules.expressions().condition(source.when(), rules.overIdentity()),
                whenEmpty(flow, target),
                file.location(flow));
    }

    /** What the flags of a flow result in; empty if it has none. */
    private Optional<FlagBits> flags(ExportFlow flow, FlowValue source) {
        List<Flag> flags = source.content().all(Flag.class);
        if (flags.isEmpty()) {
            return Optional.empty();
        }
        if (flow.getFrom() != null || flow.getValue() != null || source.content().hasText()) {
            file.problem(flow, "Flags cannot stand beside another value", "leave one of them");
        }
        if (file.has(flow, "compare") && flow.getCompare() != org.syncline.dsl.xml.binding.Compare.MASK) {
            file.problem(flow, "compare", "Flags are compared by their bits",
                    "write compare=\"mask\", or leave it out");
        }
        return Optional.of(new FlagBits(flags.stream().map(flag -> flag(flow, flag)).toList()));
    }

    private FlagBits.Flag flag(ExportFlow flow, Flag flag) {
        long bit = flag.getBit() == null ? 0 : Literal.bits(flag.getBit());
        if (flow.getMask() != null && (bit & ~Literal.bits(flow.getMask())) != 0) {
            file.problem(flag, "bit", "The bit is not in the mask " + flow.getMask(),
                    "add it to the mask, or leave out mask");
        }
        return new FlagBits.Flag(bit, rules.expressions().condition(flag.getWhen(), rules.overIdentity()));
    }

    private void checkExport(ExportFlow flow) {
        rules.connector().filter(ConnectorDefinition::readOnly).ifPresent(connector -> file.problem(
                flow, "The connector '" + connector.name() + "' is read-only, so nothing can flow to it",
                "leave out <export>, or mode=\"read-only\" in " + connector.location().file()));
        if (ObjectType.DN.equals(flow.getTo())) {
            file.problem(flow, "to", "A DN doesn't flow", "write <dn> in a <provision> and in a <rename>");
        }
    }

    private WhenEmpty whenEmpty(ExportFlow flow, Optional<AttributeDefinition> target) {
        String written = flow.getWhenEmpty();
        if (written == null) {
            return null;
        }
        if (target.isPresent() && target.get().type() != AttributeType.REFERENCE) {
            file.problem(flow, "when-empty", "when-empty is for references, and '" + flow.getTo() + "' holds none",
                    "leave it out, or declare the attribute with type=\"reference\"");
        }
        return switch (written) {
            case "keep-last" -> new WhenEmpty.KeepLast();
            case "delete" -> new WhenEmpty.Delete();
            default -> placeholder(flow, written.substring(written.indexOf(':') + 1).strip());
        };
    }

    private WhenEmpty placeholder(ExportFlow flow, String dn) {
        if (!dn.contains("=")) {
            file.problem(flow, "when-empty", "'" + dn + "' is no DN",
                    "write the DN of the object that stands in, as in placeholder:cn=nobody,dc=example,dc=com");
        }
        return new WhenEmpty.Placeholder(dn);
    }

    private Compare compare(ExportFlow flow) {
        boolean masked = flow.getCompare() == org.syncline.dsl.xml.binding.Compare.MASK;
        if (masked != file.has(flow, "mask")) {
            file.problem(flow, masked ? "compare" : "mask",
                    masked ? "compare=\"mask\" lacks its mask" : "mask counts only with compare=\"mask\"",
                    masked ? "give it, as mask=\"&amp;H2\"" : null);
        }
        return switch (flow.getCompare()) {
            // Several values are always compared as a set.
            case EXACT, SET -> Compare.EXACT;
            case IGNORE_CASE -> Compare.IGNORE_CASE;
            case TRIM -> Compare.TRIM;
            case PROXY_ADDRESS -> Compare.PROXY_ADDRESS;
            case MASK -> Compare.MASK;
            case NEVER -> Compare.NEVER;
        };
    }

    /** The name of a flow: the one given, or one made of its attributes. */
    private String name(Locatable flow, String kind, String given, String from, String to) {
        String name = given != null ? given : kind + (from == null ? "" : " " + from) + " to " + to;
        return names.add(name) ? name : name + " (line " + file.location(flow).line() + ")";
    }
}
