package org.syncline.dsl.xml;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import org.syncline.dsl.expression.NearestName;

/** Finds what was meant by names that other languages have for the same. */
final class Synonyms {
    private static final Map<String, String> OURS = Map.of(
            "not", "none",
            "and", "all",
            "or", "any",
            "source", "from",
            "target", "to",
            "destination", "to",
            "equal", "equals",
            "if", "when",
            "condition", "when");

    private Synonyms() {}

    /** One of the allowed names; null if nobody can tell. */
    static String nearest(String written, Collection<String> allowed) {
        String nearest = NearestName.to(written, allowed);
        String ours = OURS.get(written.toLowerCase(Locale.ROOT));
        return nearest == null && allowed.contains(ours) ? ours : nearest;
    }
}
