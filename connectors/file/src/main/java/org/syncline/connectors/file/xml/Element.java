package org.syncline.connectors.file.xml;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** An element where it stands in a text. */
final class Element {
    private final Element parent;
    private final String name;
    /** Where the blanks before it begin. */
    private final int lead;
    private final int from;
    /** Behind its start tag. */
    private final int content;
    private final List<Element> children = new ArrayList<>();
    private int contentEnd;
    private int to;

    private Element(Element parent, String name, int lead, int from, int content) {
        this.parent = parent;
        this.name = name;
        this.lead = lead;
        this.from = from;
        this.content = content;
        this.contentEnd = content;
        this.to = content;
    }

    /** The element a text consists of, with blanks before it. */
    static Element of(String text) {
        Element open = null;
        Element last = null;
        int at = 0;
        int lead = 0;
        try (Markup markup = new Markup(new StringReader(text))) {
            while (markup.next()) {
                int next = at + markup.text().length();
                switch (markup.kind()) {
                    case START, EMPTY -> {
                        last = new Element(open, markup.name(), lead, at, next);
                        if (open != null) {
                            open.children.add(last);
                        }
                        open = markup.kind() == Markup.Kind.START ? last : open;
                    }
                    case END -> {
                        open.contentEnd = at;
                        open.to = next;
                        last = open;
                        open = open.parent;
                    }
                    case TEXT, COMMENT, DOCTYPE -> {}
                }
                lead = markup.isBlank() ? at : next;
                at = next;
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return last;
    }

    /** Those that a path leads to. */
    List<Element> find(List<String> steps) {
        if (steps.isEmpty()) {
            return List.of(this);
        }
        return children.stream().filter(child -> child.name.equals(steps.getFirst()))
                .flatMap(child -> child.find(steps.subList(1, steps.size())).stream()).toList();
    }

    String name() {
        return name;
    }

    int lead() {
        return lead;
    }

    int from() {
        return from;
    }

    int content() {
        return content;
    }

    int contentEnd() {
        return contentEnd;
    }

    int to() {
        return to;
    }

    List<Element> children() {
        return children;
    }

    /** Whether it has no end tag. */
    boolean isEmptyTag() {
        return to == content;
    }
}
