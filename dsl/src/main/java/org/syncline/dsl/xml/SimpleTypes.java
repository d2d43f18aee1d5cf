package org.syncline.dsl.xml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.w3c.dom.Element;

/** What the schemas say of the values of attributes. */
final class SimpleTypes {
    private final SchemaFiles schemas;

    SimpleTypes(SchemaFiles schemas) {
        this.schemas = schemas;
    }

    /** The words an attribute may have; empty if it isn't a choice of words. */
    List<String> values(Element attribute) {
        List<String> values = new ArrayList<>();
        addValues(type(attribute), values);
        return values;
    }

    private void addValues(Element type, List<String> values) {
        if (type == null) {
            return;
        }
        SchemaFiles.descendants(type, "enumeration").forEach(value -> values.add(value.getAttribute("value")));
        SchemaFiles.descendants(type, "list")
                .forEach(list -> addValues(schemas.named("simpleType", list.getAttribute("itemType")), values));
        SchemaFiles.descendants(type, "union").forEach(union -> addMembers(union, values));
    }

    /** Where something else than words is possible, the words alone would be half of the truth. */
    private void addMembers(Element union, List<String> values) {
        List<Element> members = Arrays.stream(union.getAttribute("memberTypes").split(" "))
                .map(member -> schemas.named("simpleType", member))
                .toList();
        if (members.stream().noneMatch(SimpleTypes::hasPattern)) {
            members.forEach(member -> addValues(member, values));
        }
    }

    private static boolean hasPattern(Element type) {
        return type != null && !SchemaFiles.descendants(type, "pattern").isEmpty();
    }

    /** What an attribute is for, as the rest of a sentence. */
    static String purpose(Element attribute) {
        return asRestOfSentence(documentation(attribute));
    }

    /** What the values of an attribute are, as the rest of a sentence. */
    String description(Element attribute) {
        Element type = type(attribute);
        String text = type == null ? ofBuiltIn(attribute.getAttribute("type")) : documentation(type);
        return asRestOfSentence(text.isEmpty() ? documentation(attribute) : text);
    }

    private Element type(Element attribute) {
        return attribute.hasAttribute("type")
                ? schemas.named("simpleType", attribute.getAttribute("type"))
                : SchemaFiles.children(attribute).stream()
                        .filter(child -> child.getLocalName().equals("simpleType"))
                        .findFirst()
                        .orElse(null);
    }

    private static String ofBuiltIn(String type) {
        return switch (type) {
            case "xs:boolean" -> "true or false";
            case "xs:dateTime" -> "a date and time such as 2026-01-31T08:00:00Z";
            default -> "";
        };
    }

    private static String documentation(Element declaration) {
        return SchemaFiles.children(declaration).stream()
                .filter(child -> child.getLocalName().equals("annotation"))
                .map(annotation -> annotation.getTextContent().strip())
                .findFirst()
                .orElse("");
    }

    private static String asRestOfSentence(String text) {
        String open = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        return open.isEmpty() ? open : Character.toLowerCase(open.charAt(0)) + open.substring(1);
    }
}
