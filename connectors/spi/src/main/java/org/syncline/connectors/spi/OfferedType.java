package org.syncline.connectors.spi;

import java.util.List;
import java.util.Optional;

/**
 * A type of objects that a system offers.
 *
 * @param name as {@code <object-type name="...">}
 * @param description in the system's own words; null for none
 * @param anchors what can identify an object for ever, the best first; none where nothing can be told
 * @param attributes that its objects can have
 * @param additions classes that an object of the type can take in addition; each attribute says which of them brings it
 * @param isGuess whether this was guessed from values, for lack of a schema; the type then stands for any
 */
public record OfferedType(
        String name, String description, List<String> anchors, List<OfferedAttribute> attributes,
        List<String> additions, boolean isGuess) {
    public OfferedType {
        anchors = List.copyOf(anchors);
        attributes = List.copyOf(attributes);
        additions = List.copyOf(additions);
    }

    /** The attribute that the system calls so, in whatever case. */
    public Optional<OfferedAttribute> attribute(String column) {
        return attributes.stream().filter(attribute -> attribute.name().equalsIgnoreCase(column)).findFirst();
    }
}
