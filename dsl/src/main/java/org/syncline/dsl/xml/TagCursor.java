package org.syncline.dsl.xml;

import java.util.List;

/** Follows a parser through the tags of a file. */
final class TagCursor {
    private final List<Tag> tags;
    private int next;
    private boolean inEmpty;

    TagCursor(List<Tag> tags) {
        this.tags = tags;
    }

    /** The parser has come to the start of an element. */
    Tag start() {
        Tag tag = tags.get(next++);
        inEmpty = tag.kind() == Tag.Kind.EMPTY;
        return tag;
    }

    /** The parser has come to the end of an element; an empty one has the same tag for both. */
    void end() {
        next += inEmpty ? 0 : 1;
        inEmpty = false;
    }

    /** The tag before what the parser reads now. */
    Tag last() {
        return tags.get(next - 1);
    }
}
