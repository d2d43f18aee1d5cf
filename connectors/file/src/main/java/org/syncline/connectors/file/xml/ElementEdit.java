package org.syncline.connectors.file.xml;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Changes what one path of an element leads to, and leaves everything else as it is written. */
final class ElementEdit {
    private static final String INDENTATION = "  ";

    private final String text;
    private final StringBuilder edited;
    private final Element root;

    ElementEdit(String text) {
        this.text = text;
        this.edited = new StringBuilder(text);
        this.root = Element.of(text);
    }

    /** The text in which a path has these values. */
    String set(String path, List<String> values) {
        List<String> steps = path.equals(ElementText.ITSELF) ? List.of() : List.of(path.split("/"));
        if (!steps.isEmpty() && steps.getLast().startsWith(ElementText.ATTRIBUTE)) {
            return setAttribute(steps.subList(0, steps.size() - 1), steps.getLast().substring(1), values);
        }
        setElements(steps, values);
        return edited.toString();
    }

    private String setAttribute(List<String> steps, String name, List<String> values) {
        List<Element> owners = root.find(steps);
        if (owners.isEmpty()) {
            if (values.isEmpty()) {
                return text;
            }
            addElements(steps, List.of(""));
            return new ElementEdit(edited.toString()).setAttribute(steps, name, values);
        }
        Element owner = owners.getFirst();
        String tag = text.substring(owner.from(), owner.content());
        Matcher found = Pattern.compile("\\s+" + Pattern.quote(name) + "\\s*=\\s*(\"[^\"]*\"|'[^']*')").matcher(tag);
        boolean isThere = found.find();
        int at = isThere ? found.start() : tag.length() - (owner.isEmptyTag() ? 2 : 1);
        String attribute = values.isEmpty() ? "" : " " + name + "=\"" + escapedInQuotes(values.getFirst()) + "\"";
        edited.replace(owner.from() + at, owner.from() + (isThere ? found.end() : at), attribute);
        return edited.toString();
    }

    private void setElements(List<String> steps, List<String> values) {
        List<Element> there = root.find(steps);
        if (there.size() < values.size()) {
            addElements(steps, values.subList(there.size(), values.size()));
        }
        for (int index = there.size() - 1; index >= 0; index--) {
            if (index < values.size()) {
                setText(there.get(index), values.get(index));
            } else {
                remove(there.get(index));
            }
        }
    }

    private void setText(Element element, String value) {
        if (element.isEmptyTag()) {
            edited.replace(element.content() - 2, element.content(),
                    ">" + escaped(value) + "</" + element.name() + ">");
        } else if (element.children().isEmpty()) {
            edited.replace(element.content(), element.contentEnd(), escaped(value));
        }
    }

    /** An element that has more than its text stays, without it. */
    private void remove(Element element) {
        boolean hasMore = !element.children().isEmpty() || element == root
                || text.substring(element.from(), element.content()).contains("=");
        if (!hasMore) {
            edited.delete(element.lead(), element.to());
        } else if (element.children().isEmpty()) {
            edited.delete(element.content(), element.contentEnd());
        }
    }

    /** Behind those that are there; else in the nearest element that leads there. */
    private void addElements(List<String> steps, List<String> values) {
        List<Element> there = root.find(steps);
        if (!there.isEmpty()) {
            Element last = there.getLast();
            edited.insert(last.to(), elements(steps.getLast(), values, text.substring(last.lead(), last.from())));
            return;
        }
        int known = steps.size() - 1;
        while (root.find(steps.subList(0, known)).isEmpty()) {
            known--;
        }
        addWithin(root.find(steps.subList(0, known)).getFirst(), steps.subList(known, steps.size()), values);
    }

    private void addWithin(Element owner, List<String> steps, List<String> values) {
        String outside = text.substring(owner.lead(), owner.from());
        String inside = inside(owner, outside);
        String added = nested(steps, values, inside);
        if (owner.isEmptyTag()) {
            edited.replace(owner.content() - 2, owner.content(), ">" + added + outside + "</" + owner.name() + ">");
        } else if (owner.children().isEmpty()) {
            String closing = owner.content() == owner.contentEnd() ? outside : "";
            edited.insert(owner.content(), added + closing);
        } else {
            edited.insert(owner.children().getLast().to(), added);
        }
    }

    /** The blanks before an element within. */
    private String inside(Element owner, String outside) {
        if (!owner.children().isEmpty()) {
            Element last = owner.children().getLast();
            return text.substring(last.lead(), last.from());
        }
        return outside.isEmpty() ? "" : outside + INDENTATION;
    }

    private static String nested(List<String> steps, List<String> values, String blanks) {
        if (steps.size() == 1) {
            return elements(steps.getFirst(), values, blanks);
        }
        String within = nested(steps.subList(1, steps.size()), values, blanks.isEmpty() ? "" : blanks + INDENTATION);
        return blanks + "<" + steps.getFirst() + ">" + within + blanks + "</" + steps.getFirst() + ">";
    }

    private static String elements(String name, List<String> values, String blanks) {
        return values.stream()
                .map(value -> blanks + "<" + name + ">" + escaped(value) + "</" + name + ">")
                .collect(Collectors.joining());
    }

    private static String escaped(String value) {
        return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;");
    }

    private static String escapedInQuotes(String value) {
        return escaped(value).replace("\"", "&quot;").replace("\n", "&#10;").replace("\t", "&#9;");
    }
}
