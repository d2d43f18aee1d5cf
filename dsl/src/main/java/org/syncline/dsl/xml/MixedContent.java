package org.syncline.dsl.xml;

import jakarta.xml.bind.JAXBElement;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * What stands in an element that may hold text or other elements.
 *
 * @param hasText whether there is text other than spaces
 * @param elements the elements, bound, in their order
 */
record MixedContent(boolean hasText, List<Object> elements) {

    static MixedContent of(List<Serializable> content) {
        return new MixedContent(
                content.stream().anyMatch(part -> part instanceof String text && !text.isBlank()),
                content.stream()
                        .filter(JAXBElement.class::isInstance)
                        .<Object>map(part -> ((JAXBElement<?>) part).getValue())
                        .toList());
    }

    /** The first element of a kind. */
    <T> Optional<T> first(Class<T> kind) {
        return all(kind).stream().findFirst();
    }

    /** All elements of a kind. */
    <T> List<T> all(Class<T> kind) {
        return elements.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
