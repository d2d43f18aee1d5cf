package org.syncline.dsl.xml;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.syncline.dsl.expression.NearestName;

/** What is suggested for a name that isn't known. */
final class Spelling {
    private static final int FEW = 7;

    private Spelling() {}

    /** The known name that was probably meant; else a few of those there are; null if there are none or too many. */
    static String suggestion(String written, Collection<String> known) {
        String nearest = NearestName.to(written, known);
        return nearest != null ? didYouMean(nearest) : known.isEmpty() || known.size() > FEW ? null : oneOf(known);
    }

    static String didYouMean(String name) {
        return "did you mean " + name + "?";
    }

    /** The names in their order: {@code there is a}, {@code there are a, b and c}. */
    static String oneOf(Collection<String> names) {
        return (names.size() == 1 ? "there is only " : "there are ") + list(names);
    }

    /** {@code a, b and c}. */
    static String list(Collection<String> names) {
        List<String> all = List.copyOf(names);
        int last = all.size() - 1;
        return last < 1 ? String.join("", all) : String.join(", ", all.subList(0, last)) + " and " + all.get(last);
    }

    /** The names as tags: {@code <a>, <b>}. */
    static List<String> tags(Collection<String> names) {
        return names.stream().map(Spelling::tag).collect(Collectors.toList());
    }

    static String tag(String name) {
        return "<" + name + ">";
    }
}
