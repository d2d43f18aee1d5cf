package org.syncline.platform.engine.confirmation;

import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.ContentHash;
import org.syncline.schema.identity.ReferenceValue;
import org.syncline.schema.identity.Value;

/** What stands for the content of one attribute, in whatever order its values are. */
final class Contents {
    private Contents() {}

    static ContentHash hash(Content content) {
        StringBuilder text = new StringBuilder();
        content.asList().stream().map(Contents::comparable).sorted()
                .forEach(value -> text.append(value.length()).append(':').append(value));
        return ContentHash.of(text.toString());
    }

    private static String comparable(Value value) {
        return value instanceof ReferenceValue reference ? reference.normalizedKey() : value.text();
    }
}
