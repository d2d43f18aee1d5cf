package org.syncline.platform.app.report;

import org.syncline.platform.engine.discovery.Discovering;
import org.syncline.platform.engine.discovery.SuggestedType;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a connected system offers, for {@code --json}: one object a line. */
public final class DiscoveryJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private DiscoveryJson() {}

    public static String of(Discovering.Choice choice) {
        return JSON.objectNode()
                .put("objectType", choice.name())
                .put("description", choice.description())
                .put("objects", choice.objects().found())
                .put("more", !choice.objects().areAll())
                .toString();
    }

    public static String of(SuggestedType type) {
        ObjectNode line = JSON.objectNode()
                .put("objectType", type.name())
                .put("description", type.description())
                .put("anchor", type.isAnchorKnown() ? type.anchor() : null)
                .put("sampled", type.sampled())
                .put("leftOut", type.leftOut());
        ArrayNode attributes = line.putArray("attributes");
        type.attributes().forEach(attribute -> attributes.addObject()
                .put("name", attribute.offered().name())
                .put("description", attribute.offered().description())
                .put("type", ObjectTypeXml.type(attribute.offered()))
                .put("format", attribute.offered().format())
                .put("multiValued", attribute.multiValued())
                .put("required", attribute.offered().required())
                .put("writable", attribute.offered().isWritable())
                .put("of", attribute.offered().addition())
                .put("usedBy", attribute.usedBy()));
        return line.toString();
    }
}
