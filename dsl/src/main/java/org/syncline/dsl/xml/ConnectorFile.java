package org.syncline.dsl.xml;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.syncline.dsl.ruleset.RuleLocation;

/** The file of a connector as text: where things stand in it, and object types put into it without touching anything else. */
public final class ConnectorFile {
    private static final String OBJECT_TYPE = "object-type";
    private static final String ATTRIBUTE = "attribute";
    private static final List<String> BEFORE_TYPES = List.of("settings", "partition", OBJECT_TYPE);

    private final String name;
    private final SourceText source;
    private final Charset encoding;

    /** @param name relative to the configuration folder, with forward slashes */
    public ConnectorFile(String name, byte[] bytes) {
        this.name = name;
        this.source = new SourceText(FileText.of(bytes).text());
        this.encoding = FileText.charset(bytes);
    }

    /** In which it is to be written. */
    public Charset encoding() {
        return encoding;
    }

    /** Where an object type is declared, if it is. */
    public Optional<RuleLocation> objectType(String type) {
        return tags(OBJECT_TYPE, "name", type).findFirst().map(this::location);
    }

    /** Where an attribute is declared that the system calls so, if it is. */
    public Optional<RuleLocation> attribute(String type, String column) {
        return tags(OBJECT_TYPE, "name", type).flatMap(element -> inside(element, ATTRIBUTE))
                .filter(tag -> column.equalsIgnoreCase(column(tag)))
                .findFirst()
                .map(this::location);
    }

    private String column(Tag attribute) {
        String column = written(attribute, "column");
        return column == null ? written(attribute, "name") : column;
    }

    /** Where a setting stands, if it does. */
    public Optional<RuleLocation> setting(String setting) {
        return tags("setting", "name", setting).findFirst().map(this::location);
    }

    private RuleLocation location(Tag tag) {
        return new RuleLocation(name, source.lines().line(tag.begin()), source.lines().column(tag.begin()));
    }

    /**
     * The text with more object types, behind those there are.
     *
     * @param elements each an element without indentation, its lines separated by line feeds
     */
    public String with(List<String> elements) {
        String lineEnd = source.lineEnd();
        StringBuilder inserted = new StringBuilder();
        for (String element : elements) {
            inserted.append(lineEnd).append(lineEnd);
            inserted.append(element.lines().map(line -> "  " + line).reduce((one, next) -> one + lineEnd + next)
                    .orElseThrow());
        }
        Tag root = source.tags().getFirst();
        if (root.kind() == Tag.Kind.EMPTY) {
            int slash = source.text().lastIndexOf('/', root.end());
            return source.text().substring(0, slash).stripTrailing() + ">" + inserted + lineEnd + "</"
                    + root.name(source.text()) + ">" + source.text().substring(root.end());
        }
        int place = source.elementsIn(root).filter(tag -> BEFORE_TYPES.contains(source.localName(tag)))
                .mapToInt(source::endOf).max().orElse(root.end());
        return source.text().substring(0, place) + inserted + source.text().substring(place);
    }

    /** The text with other attributes in an object type that is declared; its other parts and all comments stay. */
    public String withAttributes(String type, List<String> attributes) {
        Tag element = tags(OBJECT_TYPE, "name", type).findFirst().orElseThrow();
        String text = source.text();
        String lineEnd = source.lineEnd();
        StringBuilder written = new StringBuilder();
        attributes.forEach(attribute -> written.append(lineEnd).append("    ").append(attribute));
        if (element.kind() == Tag.Kind.EMPTY) {
            int slash = text.lastIndexOf('/', element.end());
            return text.substring(0, slash).stripTrailing() + ">" + written + lineEnd + "  </"
                    + element.name(text) + ">" + text.substring(element.end());
        }
        StringBuilder result = new StringBuilder(text.substring(0, element.end())).append(written);
        int from = element.end();
        for (Tag attribute : inside(element, ATTRIBUTE).toList()) {
            result.append(text.substring(from, attribute.begin()).stripTrailing());
            from = source.endOf(attribute);
        }
        return result.append(text.substring(from)).toString();
    }

    private Stream<Tag> tags(String element, String attribute, String value) {
        return source.tags().stream()
                .filter(tag -> tag.kind() != Tag.Kind.END && source.localName(tag).equals(element))
                .filter(tag -> value.equals(written(tag, attribute)));
    }

    private String written(Tag tag, String attribute) {
        String value = source.written(tag, attribute);
        return value == null
                ? null
                : value.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&apos;", "'")
                        .replace("&amp;", "&");
    }

    private Stream<Tag> inside(Tag element, String name) {
        int end = source.endOf(element);
        return source.tags().stream()
                .filter(tag -> tag.begin() >= element.end() && tag.end() <= end)
                .filter(tag -> tag.kind() != Tag.Kind.END && source.localName(tag).equals(name));
    }
}
