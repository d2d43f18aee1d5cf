package org.syncline.dsl.xml;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The text of one file, its lines and its tags. */
final class SourceText {
    private static final Pattern ATTRIBUTE = Pattern.compile("([^\\s=/>\"'<]+)\\s*=\\s*(\"[^\"]*\"|'[^']*')");

    private final String text;
    private final Lines lines;
    private final List<Tag> tags;
    private final Map<String, String> misspelled = new HashMap<>();

    SourceText(String text) {
        this.text = text;
        this.lines = new Lines(text);
        this.tags = Tag.in(text);
    }

    String text() {
        return text;
    }

    Lines lines() {
        return lines;
    }

    List<Tag> tags() {
        return tags;
    }

    /** The tag that begins at an offset. */
    Tag tagAt(int offset) {
        return tags.get(indexAt(offset));
    }

    /** What stands between a start tag and its end tag, as it is written. */
    String inside(Tag start) {
        Tag last = last(start);
        return text.substring(start.end(), Math.max(start.end(), last.begin())).strip();
    }

    /** The elements directly in the root. */
    Stream<Tag> elementsIn(Tag root) {
        Stream.Builder<Tag> found = Stream.builder();
        int end = root.end();
        for (Tag tag : tags) {
            if (tag.begin() >= end && tag.kind() != Tag.Kind.END) {
                found.add(tag);
                end = endOf(tag);
            }
        }
        return found.build();
    }

    /** The name of an element without the prefix of a namespace. */
    String localName(Tag tag) {
        String whole = tag.name(text);
        return whole.substring(whole.indexOf(':') + 1);
    }

    /** How lines end here. */
    String lineEnd() {
        return text.contains("\r\n") ? "\r\n" : "\n";
    }

    /** The offset after the element that a tag begins. */
    int endOf(Tag start) {
        return last(start).end();
    }

    /** The tag that ends the element which a tag begins; the same for an empty element, and where the end is missing. */
    private Tag last(Tag start) {
        int depth = 0;
        for (Tag tag : tags.subList(indexAt(start.begin()), tags.size())) {
            depth += switch (tag.kind()) {
                case START -> 1;
                case EMPTY -> 0;
                case END -> -1;
            };
            if (depth == 0) {
                return tag;
            }
        }
        return start;
    }

    /** Whether a character belongs to a tag, and not to the text between tags. */
    boolean isInTag(int offset) {
        return tags.stream().anyMatch(tag -> tag.begin() <= offset && offset < tag.end());
    }

    private int indexAt(int offset) {
        int low = 0;
        int high = tags.size() - 1;
        while (low < high) {
            int middle = (low + high) / 2;
            if (tags.get(middle).begin() < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Notes how an attribute is written that is meant to be another. */
    void noteMisspelled(Tag tag, String attribute, String written) {
        misspelled.put(tag.begin() + " " + attribute, written);
    }

    /** The offset of an attribute's name; of the tag if it doesn't have the attribute. */
    int nameOf(Tag tag, String attribute) {
        Matcher found = find(tag, attribute);
        return found == null ? tag.begin() : found.start(1);
    }

    /** The offset of an attribute's value, after its quote; of the tag if it doesn't have the attribute. */
    int valueOf(Tag tag, String attribute) {
        Matcher found = find(tag, attribute);
        return found == null ? tag.begin() : found.start(2) + 1;
    }

    /** The value of an attribute as it is written; null if the tag doesn't have the attribute. */
    String written(Tag tag, String attribute) {
        Matcher found = find(tag, attribute);
        return found == null ? null : text.substring(found.start(2) + 1, found.end(2) - 1);
    }

    private Matcher find(Tag tag, String attribute) {
        String written = misspelled.getOrDefault(tag.begin() + " " + attribute, attribute);
        Matcher attributes = ATTRIBUTE.matcher(text).region(tag.begin() + 1, tag.end());
        while (attributes.find()) {
            if (attributes.group(1).equals(written)) {
                return attributes;
            }
        }
        return null;
    }
}
