package org.syncline.connectors.script.groovy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.syncline.connectors.script.form.Fields;
import org.syncline.connectors.spi.ConnectorException;

/** What a script is asked for when a page is read, and what it reads. */
public final class ScriptPage {
    /** Takes a part of an import as a message. */
    @FunctionalInterface
    interface Taking {
        void take(String kind, Fields message);
    }

    private final Object token;
    private final String since;
    private final int size;
    private final Taking taking;
    private Object next;

    /** @param since the watermark of a delta import; null for a full one */
    ScriptPage(Object token, String since, int size, Taking taking) {
        this.token = token;
        this.since = since;
        this.size = size;
        this.taking = taking;
    }

    /** What the page before said as {@code next}; null for the first page. */
    public Object getToken() {
        return token;
    }

    /** The watermark of a delta import. */
    public String getSince() {
        return since;
    }

    /** How many objects are asked for; more or fewer do no harm. */
    public int getSize() {
        return size;
    }

    public Object getNext() {
        return next;
    }

    /** Where the next page begins; without it this page is the last. */
    public void setNext(Object following) {
        next = following;
    }

    /** An object as it is now. */
    public void object(String objectType, Map<String, Object> attributes) {
        object(objectType, attributes, null);
    }

    /** An object of a system that has names. */
    public void object(String objectType, Map<String, Object> attributes, String dn) {
        Map<String, Object> message = message(objectType, "attributes", attributes);
        message.put("dn", dn);
        taking.take("object", new Fields(message));
    }

    /** Single values that are there now, or are there no more. */
    public void patch(String objectType, Map<String, Object> anchor, Map<String, Object> added,
            Map<String, Object> removed) {
        Map<String, Object> message = message(objectType, "anchor", anchor);
        message.put("add", added);
        message.put("remove", removed);
        taking.take("patch", new Fields(message));
    }

    /** An object that is gone. */
    public void delete(String objectType, Map<String, Object> anchor) {
        taking.take("delete", new Fields(message(objectType, "anchor", anchor)));
    }

    /** An object that cannot be read; it stays as it was. */
    public void error(String objectType, Map<String, Object> anchor, String text) {
        Map<String, Object> message = message(objectType, "anchor", anchor);
        message.put("message", text);
        taking.take("error", new Fields(message));
    }

    /** A delta can begin after what was read so far. */
    public void watermark(Object value) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("value", String.valueOf(value));
        taking.take("watermark", new Fields(message));
    }

    /** The watermark is not, or no longer, accepted. */
    public void fullImportRequired(String text) {
        throw new ConnectorException(ConnectorException.Code.FULL_IMPORT_REQUIRED, text);
    }

    private static Map<String, Object> message(String objectType, String field, Map<String, Object> values) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("objectType", objectType);
        message.put(field, values);
        return message;
    }
}
