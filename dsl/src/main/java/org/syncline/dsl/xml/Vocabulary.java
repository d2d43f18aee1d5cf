package org.syncline.dsl.xml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;

/** The elements and attributes that the schemas know, and what they say of them. */
final class Vocabulary {
    static final String NAMESPACE = "urn:syncline:1";

    /**
     * What may stand in an element.
     *
     * @param children the type of each element in it, by name, in the order in which they are declared
     * @param required the elements without which it is incomplete
     * @param attributes by name, in the order in which they are declared
     * @param text whether text may stand in it
     */
    record Content(Map<String, String> children, Set<String> required, Map<String, Attribute> attributes,
            boolean text) {}

    /**
     * An attribute.
     *
     * @param values the words it may have; empty if it isn't a choice of words
     * @param purpose what it is for
     * @param description what its values are
     */
    record Attribute(String name, boolean required, List<String> values, String purpose, String description) {}

    private final SchemaFiles schemas;
    private final SimpleTypes simpleTypes;
    private final Map<String, String> roots = new LinkedHashMap<>();
    private final Map<String, Content> contents = new LinkedHashMap<>();
    private final Set<String> elements = new HashSet<>();

    Vocabulary(SchemaFiles schemas) {
        this.schemas = schemas;
        this.simpleTypes = new SimpleTypes(schemas);
        schemas.all("element").forEach(root -> roots.put(root.getAttribute("name"), root.getAttribute("type")));
        schemas.all("complexType").forEach(type -> contents.put(type.getAttribute("name"), content(type)));
        elements.addAll(roots.keySet());
        contents.values().forEach(content -> elements.addAll(content.children().keySet()));
    }

    /** The root elements and their types. */
    Map<String, String> roots() {
        return roots;
    }

    Content content(String type) {
        return contents.get(type);
    }

    /** Whether there is such an element anywhere. */
    boolean knows(String element) {
        return elements.contains(element);
    }

    private Content content(Element type) {
        Content content = new Content(new LinkedHashMap<>(), new HashSet<>(), new LinkedHashMap<>(), hasText(type));
        addParts(type, content, true);
        return content;
    }

    private boolean hasText(Element type) {
        return type.getAttribute("mixed").equals("true") || !SchemaFiles.descendants(type, "simpleContent").isEmpty();
    }

    private void addParts(Element parent, Content content, boolean required) {
        for (Element part : SchemaFiles.children(parent)) {
            switch (part.getLocalName()) {
                case "element" -> addChild(part, content, required);
                case "attribute" -> addAttribute(part, content);
                case "group", "attributeGroup" -> addParts(referenced(part), content, required && isRequired(part));
                case "extension" -> addExtended(part, content);
                case "choice" -> addParts(part, content, false);
                case "sequence", "simpleContent", "complexContent" ->
                        addParts(part, content, required && isRequired(part));
                default -> {
                    // annotations and facets say nothing of parts
                }
            }
        }
    }

    private Element referenced(Element part) {
        return schemas.named(part.getLocalName(), part.getAttribute("ref"));
    }

    private void addExtended(Element extension, Content content) {
        Element base = schemas.named("complexType", extension.getAttribute("base"));
        if (base != null) {
            addParts(base, content, true);
        }
        addParts(extension, content, true);
    }

    private static void addChild(Element element, Content content, boolean required) {
        String name = element.getAttribute("name");
        content.children().put(name, element.getAttribute("type"));
        if (required && isRequired(element)) {
            content.required().add(name);
        }
    }

    private static boolean isRequired(Element particle) {
        return !particle.getAttribute("minOccurs").equals("0");
    }

    private void addAttribute(Element attribute, Content content) {
        String name = attribute.getAttribute("name");
        content.attributes().put(name, new Attribute(
                name,
                attribute.getAttribute("use").equals("required"),
                simpleTypes.values(attribute),
                SimpleTypes.purpose(attribute),
                simpleTypes.description(attribute)));
    }

    /** The names of the attributes that an element must have. */
    static List<String> requiredAttributes(Content content) {
        List<String> required = new ArrayList<>();
        content.attributes().values().stream().filter(Attribute::required).forEach(found -> required.add(found.name()));
        return required;
    }
}
