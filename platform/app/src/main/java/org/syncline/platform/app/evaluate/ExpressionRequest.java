package org.syncline.platform.app.evaluate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.syncline.schema.identity.Content;
import tools.jackson.databind.JsonNode;

/**
 * An expression and what its names stand for.
 *
 * @param attributes what {@code [name]} reads; any other name reads nothing
 * @param parameters what {@code %name%} reads
 */
public record ExpressionRequest(String expression, Map<String, Content> attributes, Map<String, String> parameters) {

    /**
     * Reads {@code {"expression": ..., "attributes": {...}, "parameters": {...}}}; the last two may be left out.
     *
     * @throws IllegalArgumentException if it is not of that form; the message says where
     */
    static ExpressionRequest read(JsonNode request) {
        JsonNode expression = request.path("expression");
        if (!expression.isString()) {
            throw new IllegalArgumentException(
                    "A request is an object with an \"expression\", such as {\"expression\":\"1 + 1\"}");
        }
        return new ExpressionRequest(
                expression.stringValue(),
                members(request, "attributes", JsonContent::read),
                members(request, "parameters", value -> value.isString() ? value.stringValue() : value.toString()));
    }

    private static <T> Map<String, T> members(JsonNode request, String group, Function<JsonNode, T> read) {
        JsonNode node = request.path(group);
        if (!node.isObject() && !node.isMissingNode() && !node.isNull()) {
            throw new IllegalArgumentException("\"" + group + "\" is an object: a member for each name");
        }
        Map<String, T> members = new LinkedHashMap<>();
        node.forEachEntry((name, value) -> members.put(name, read.apply(value)));
        return members;
    }
}
