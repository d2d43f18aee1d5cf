package org.syncline.connectors.script.groovy;

import tools.jackson.databind.json.JsonMapper;

/** JSON for scripts: maps, lists, texts, numbers, truths and null. */
public final class ScriptJson {
    static final ScriptJson INSTANCE = new ScriptJson();
    private static final JsonMapper MAPPER = new JsonMapper();

    private ScriptJson() {}

    public Object parse(CharSequence text) {
        return MAPPER.readValue(text.toString(), Object.class);
    }

    public String text(Object value) {
        return MAPPER.writeValueAsString(value);
    }
}
