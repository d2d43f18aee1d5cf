package org.syncline.dsl.xml;

import java.util.List;
import java.util.Optional;
import org.glassfish.jaxb.core.Locatable;

/** Picks parts of an element that may stand in any order. */
final class Parts {
    private Parts() {}

    static <T> List<T> all(List<Object> parts, Class<T> kind) {
        return parts.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The part of a kind of which there may be one; more are reported. */
    static <T extends Locatable> Optional<T> only(SourceFile file, List<Object> parts, Class<T> kind) {
        List<T> found = all(parts, kind);
        found.stream().skip(1).forEach(second -> file.problem(
                second, file.tagName(second) + " cannot stand here twice",
                "the first is in line " + file.location(found.getFirst()).line()));
        return found.stream().findFirst();
    }
}
