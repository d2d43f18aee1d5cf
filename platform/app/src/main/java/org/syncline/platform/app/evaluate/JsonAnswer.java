package org.syncline.platform.app.evaluate;

import org.syncline.platform.app.evaluate.ExpressionAnswer.Failure;
import org.syncline.platform.app.evaluate.ExpressionAnswer.Kind;
import org.syncline.platform.app.evaluate.ExpressionAnswer.Result;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** An answer as one line of JSON: {@code {"value": ...}} or {@code {"error": {"kind": ..., "message": ...}}}. */
public final class JsonAnswer {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private JsonAnswer() {}

    public static String write(ExpressionAnswer answer) {
        ObjectNode line = JSON.objectNode();
        switch (answer) {
            case Result(var value) -> line.set("value", JsonContent.write(value));
            case Failure(var kind, var message) -> line.set("error", error(kind, message));
        }
        return line.toString();
    }

    private static ObjectNode error(Kind kind, String message) {
        return JSON.objectNode().put("kind", kind.text()).put("message", message);
    }
}
