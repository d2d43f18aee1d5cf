package org.syncline.platform.engine.whatif;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.syncline.dsl.expression.Expression;
import org.syncline.dsl.ruleset.NestedExpressions;
import org.syncline.dsl.ruleset.RuleLocation;

/**
 * One rule, as far as it can be told from others and compared with what it was.
 *
 * @param connector whose objects it is about; null where of all
 * @param objectType null where of all
 * @param name the administrator's, or what it is about
 * @param fills the attributes it fills; null where that cannot be told
 * @param reads the attributes that it reads
 * @param text everything it says, without where it stands
 */
record RuleUnit(
        Kind kind, String connector, String objectType, String metaverseType, String name, Set<String> fills,
        Set<String> reads, String text, RuleLocation location) {

    /** What a rule decides. */
    enum Kind {
        CONNECTOR("connector"),
        OBJECT_TYPE("object type"),
        FILTER("filter"),
        JOIN("join"),
        PROJECTION("projection"),
        IMPORT_FLOW("import flow"),
        DERIVATION("derivation"),
        GROUP("group"),
        IDENTITY_TYPE("metaverse type"),
        END("end of identities"),
        SCOPE("scope"),
        PROVISION("provision"),
        RENAME("rename"),
        REPROVISION("re-provision"),
        DEPROVISION("deprovision"),
        OUTCOME("when-identity-ends"),
        EXPORT_FLOW("export flow"),
        PROGRAM("program");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    /** What tells it from other rules, whatever it says. */
    String key() {
        return String.join("\0", kind.name(), String.valueOf(connector), String.valueOf(objectType),
                String.valueOf(metaverseType), name, fills == null ? "" : new TreeSet<>(fills).toString());
    }

    boolean concerns(String ofConnector, String ofType) {
        return (connector == null || connector.equals(ofConnector))
                && (objectType == null || objectType.equals(ofType));
    }

    boolean concernsIdentities(String ofType) {
        return metaverseType == null || metaverseType.equals(ofType);
    }

    boolean mayFill(String attribute) {
        return fills == null || fills.contains(attribute);
    }

    /** The names that the expressions of a rule read. */
    static Set<String> reads(Object rule) {
        return NestedExpressions.in(rule).stream()
                .flatMap(expression -> expression.reads().stream())
                .collect(Collectors.toSet());
    }

    /** What a rule says, in whatever words it is kept, without where it stands. */
    static String text(Object part) {
        return switch (part) {
            case null -> "";
            case RuleLocation ignored -> "";
            case Expression expression -> "[" + expression.source() + "]";
            case Set<?> set -> set.stream().map(RuleUnit::text).sorted().toList().toString();
            case Map<?, ?> map -> text(new TreeMap<>(map).entrySet().stream().map(Object::toString).toList());
            case Collection<?> parts -> parts.stream().map(RuleUnit::text).toList().toString();
            case Record rule -> components(rule);
            default -> part.toString();
        };
    }

    private static String components(Record rule) {
        StringBuilder text = new StringBuilder(rule.getClass().getSimpleName());
        for (var component : rule.getClass().getRecordComponents()) {
            try {
                text.append(' ').append(component.getName()).append('=')
                        .append(text(component.getAccessor().invoke(rule)));
            } catch (ReflectiveOperationException impossible) {
                throw new IllegalStateException("The records of rules are public", impossible);
            }
        }
        return text.toString();
    }
}
