package org.syncline.platform.engine.confirmation;

import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.ContentHash;
import org.syncline.schema.identity.LargeValues;
import org.syncline.schema.identity.ReferenceValue;
import org.syncline.schema.identity.Value;

/**
 * What is wanted of one attribute and what is reported of it, as they are remembered: of a large set only the values that one of the two
 * has alone, so that it is never read whole.
 *
 * @param isPart whether it is those values only
 */
record Compared(Content wanted, Content reported, boolean isPart) {

    static Compared of(Content wanted, Content reported) {
        return wanted instanceof LargeValues || reported instanceof LargeValues
                ? new Compared(Content.of(wanted.without(reported)), Content.of(reported.without(wanted)), true)
                : new Compared(wanted, reported, false);
    }

    /** What stands for the wanted values, in whatever order they are. */
    ContentHash wantedHash() {
        return hash(wanted);
    }

    /** What stands for the reported values, in whatever order they are. */
    ContentHash reportedHash() {
        return hash(reported);
    }

    private static ContentHash hash(Content content) {
        StringBuilder text = new StringBuilder();
        content.asList().stream().map(Compared::comparable).sorted()
                .forEach(value -> text.append(value.length()).append(':').append(value));
        return ContentHash.of(text.toString());
    }

    private static String comparable(Value value) {
        return value instanceof ReferenceValue reference ? reference.normalizedKey() : value.text();
    }
}
