package org.syncline.rules.provisioning;

import java.util.ArrayList;
import java.util.List;
import org.syncline.dsl.expression.Expression;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.DistinguishedName;
import org.syncline.schema.identity.RelativeName;

/** Makes distinguished names and lets no incomplete one pass. */
final class Names {
    private Names() {}

    /** What the expression results in; stops if a part of it has no value. */
    static String complete(Expression expression, RuleEvaluation evaluation) {
        String dn = evaluation.text(expression);
        List<String> missing = dn == null ? List.of() : missing(dn);
        if (dn == null || !missing.isEmpty()) {
            throw evaluation.failed("dn-incomplete", message(dn, missing, absent(expression, evaluation)));
        }
        return dn;
    }

    static boolean differ(String one, String other) {
        return !DistinguishedName.normalize(one).equals(DistinguishedName.normalize(other));
    }

    static boolean isNamedBy(String attribute, String dn) {
        return RelativeName.of(DistinguishedName.rdn(dn)).stream()
                .anyMatch(part -> part.attribute().equalsIgnoreCase(attribute));
    }

    private static List<String> missing(String dn) {
        List<String> missing = new ArrayList<>();
        String rest = dn;
        while (!rest.isEmpty()) {
            String rdn = DistinguishedName.rdn(rest);
            RelativeName.of(rdn).stream().filter(Names::isEmpty).forEach(part -> missing.add(part.attribute()));
            boolean endsInSeparator = rdn.length() < rest.length();
            rest = DistinguishedName.parent(rest);
            if (rest.isEmpty() && endsInSeparator) {
                missing.add("");
            }
        }
        return missing;
    }

    private static boolean isEmpty(RelativeName part) {
        return part.attribute().isEmpty() || part.value().isBlank();
    }

    private static List<String> absent(Expression expression, RuleEvaluation evaluation) {
        Attributes identity = evaluation.state().identity().attributes();
        return expression.reads().stream()
                .filter(name -> identity.type().has(name) && !identity.get(name).isPresent())
                .sorted()
                .map(name -> "[" + name + "]")
                .toList();
    }

    private static String message(String dn, List<String> missing, List<String> absent) {
        String what = dn == null ? "The DN has no value" : "The DN '" + dn + "' is incomplete: " + parts(missing);
        String why = absent.isEmpty() ? "" : "; the identity has no " + String.join(", ", absent);
        return what + why + ". Bring the value, or let a condition keep the rule from such identities.";
    }

    private static String parts(List<String> missing) {
        List<String> named = missing.stream().filter(attribute -> !attribute.isEmpty()).toList();
        return named.isEmpty() ? "a part of it is empty" : String.join(", ", named) + " has no value";
    }
}
