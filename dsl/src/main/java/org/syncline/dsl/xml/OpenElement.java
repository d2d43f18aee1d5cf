package org.syncline.dsl.xml;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** An element whose end has not come yet. */
final class OpenElement {
    private final String name;
    private final Tag tag;
    private final Vocabulary.Content content;
    private final Map<String, String> attributes;
    private final Set<String> children = new LinkedHashSet<>();
    private final Map<String, Tag> names = new HashMap<>();
    private boolean incomplete;
    private boolean textReported;

    OpenElement(String name, Tag tag, Vocabulary.Content content, Map<String, String> attributes) {
        this.name = name;
        this.tag = tag;
        this.content = content;
        this.attributes = attributes;
    }

    String name() {
        return name;
    }

    Tag tag() {
        return tag;
    }

    Vocabulary.Content content() {
        return content;
    }

    Map<String, String> attributes() {
        return attributes;
    }

    void take(OpenElement child) {
        children.add(child.name);
        if (child.attributes.containsKey("name")) {
            names.putIfAbsent(child.name + " " + child.attributes.get("name"), child.tag);
            names.putIfAbsent(child.attributes.get("name"), child.tag);
        }
    }

    /** Whether an element of this name has begun in it. */
    boolean has(String child) {
        return children.contains(child);
    }

    /** The elements that have begun in it, in their order. */
    Set<String> children() {
        return children;
    }

    /** The first element in it that has the name of another, of the same kind if there is one; null if there is none. */
    Tag firstNamedAs(OpenElement child) {
        String given = child.attributes.get("name");
        Tag same = names.get(child.name + " " + given);
        return same == null || same == child.tag ? names.get(given) : same;
    }

    /** Notes that something in it was left out, so that what it lacks means nothing. */
    void leaveOut() {
        incomplete = true;
    }

    boolean isIncomplete() {
        return incomplete;
    }

    /** Whether text in it is reported for the first time. */
    boolean reportText() {
        boolean first = !textReported;
        textReported = true;
        return first;
    }
}
