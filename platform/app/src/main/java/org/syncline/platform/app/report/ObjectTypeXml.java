package org.syncline.platform.app.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.syncline.connectors.spi.OfferedAttribute;
import org.syncline.connectors.spi.OfferedAttribute.Access;
import org.syncline.platform.engine.discovery.SuggestedType;
import org.syncline.platform.engine.discovery.SuggestedType.SuggestedAttribute;
import org.syncline.schema.identity.AttributeType;

/** Object types as they are declared in the file of a connector. */
public final class ObjectTypeXml {
    private ObjectTypeXml() {}

    /** The whole element, without indentation. */
    public static String element(SuggestedType type) {
        StringBuilder xml = new StringBuilder();
        xml.append("<object-type").append(attribute("name", type.name()))
                .append(attribute("anchor", name(type.anchor())))
                .append(">\n");
        if (!type.isAnchorKnown()) {
            xml.append("  <!-- Nothing is known to identify an object for ever: choose the anchor. -->\n");
        }
        attributes(type).forEach(line -> xml.append("  ").append(line).append("\n"));
        return xml.append("</object-type>").toString();
    }

    /** The elements of its attributes. */
    public static List<String> attributes(SuggestedType type) {
        List<String> lines = new ArrayList<>();
        String addition = null;
        for (SuggestedAttribute attribute : type.attributes()) {
            String of = attribute.offered().addition();
            if (of != null && !of.equals(addition)) {
                lines.add("<!-- of " + of + ", which an object has to have as an objectClass too -->");
                addition = of;
            }
            lines.add(element(attribute));
        }
        return lines;
    }

    private static String element(SuggestedAttribute suggested) {
        OfferedAttribute offered = suggested.offered();
        String name = name(offered.name());
        StringBuilder xml = new StringBuilder("<attribute").append(attribute("name", name));
        if (!name.equals(offered.name())) {
            xml.append(attribute("column", offered.name()));
        }
        if (offered.type() != AttributeType.STRING) {
            xml.append(attribute("type", type(offered)));
        }
        if (offered.format() != null) {
            xml.append(attribute("format", offered.format()));
        }
        if (suggested.referenceTo() != null) {
            xml.append(attribute("to", suggested.referenceTo()));
        }
        flag(xml, "multi-valued", suggested.multiValued());
        flag(xml, "required", offered.required());
        flag(xml, "sensitive", offered.access() == Access.WRITE_ONLY);
        return xml.append("/>").toString();
    }

    static String type(OfferedAttribute offered) {
        return offered.type().name().toLowerCase(Locale.ROOT);
    }

    /** A column as the name of an attribute, which has no blanks. */
    private static String name(String column) {
        return column.replaceAll("\\s+", "");
    }

    private static void flag(StringBuilder xml, String name, boolean isSet) {
        if (isSet) {
            xml.append(attribute(name, "true"));
        }
    }

    private static String attribute(String name, String value) {
        return " " + name + "=\"" + value.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;") + "\"";
    }
}
