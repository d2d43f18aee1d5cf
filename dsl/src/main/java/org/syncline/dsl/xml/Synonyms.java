package org.syncline.dsl.xml;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.syncline.dsl.expression.NearestName;

/** Finds what was meant by names that other languages have for the same. */
final class Synonyms {
    private static final Map<String, String> OURS = Map.ofEntries(
            Map.entry("not", "none"),
            Map.entry("and", "all"),
            Map.entry("or", "any"),
            Map.entry("source", "from"),
            Map.entry("target", "to"),
            Map.entry("destination", "to"),
            Map.entry("equal", "equals"),
            Map.entry("isnull", "absent"),
            Map.entry("isnotnull", "present"),
            Map.entry("greaterthan", "greater"),
            Map.entry("lessthan", "less"),
            Map.entry("isbitset", "bit-set"),
            Map.entry("ismemberof", "member-of"),
            Map.entry("attributemapping", "import"),
            Map.entry("key", "name"),
            Map.entry("if", "when"),
            Map.entry("condition", "when"));

    private Synonyms() {}

    /** One of the allowed names; null if nobody can tell. */
    static String nearest(String written, Collection<String> allowed) {
        String nearest = NearestName.to(written, allowed);
        String ours = OURS.get(written.toLowerCase(Locale.ROOT));
        return nearest == null && allowed.contains(ours) ? ours : nearest;
    }
}
