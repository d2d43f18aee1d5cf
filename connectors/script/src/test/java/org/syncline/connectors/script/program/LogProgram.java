package org.syncline.connectors.script.program;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.syncline.connectors.script.LogSystem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The program of a {@link LogSystem} that writes attributes as a whole. */
final class LogProgram {
    private static final JsonMapper JSON = new JsonMapper();

    private final BufferedReader questions =
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    private final PrintStream answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private final Path log;

    private LogProgram(Path log) {
        this.log = log;
    }

    public static void main(String... arguments) throws IOException {
        new LogProgram(Path.of(arguments[0])).answer();
    }

    private void answer() throws IOException {
        List<String> types = List.of();
        for (JsonNode question = next(); question != null; question = next()) {
            switch (question.get("type").asString()) {
                case "hello" -> {
                    types = question.get("objectTypes").valueStream().map(type -> type.get("name").asString()).toList();
                    say(message("hello").put("protocol", 1).<ObjectNode>set("capabilities",
                            JSON.valueToTree(List.of("full-import", "read-one", "export"))));
                }
                case "read" -> {
                    List<String> asked = types;
                    state().forEach((key, entry) -> tell(entry, asked));
                    say(message("end"));
                }
                case "read-one" -> {
                    JsonNode entry = state().get(key(question, question.get("anchor")));
                    if (entry != null) {
                        tell(entry, List.of(question.get("objectType").asString()));
                    }
                    say(message("end"));
                }
                default -> {
                    for (int left = question.get("operations").asInt(); left > 0; left--) {
                        JsonNode operation = next();
                        say(carryOut(operation,
                                message("result").put("operation", operation.get("operation").asInt())));
                    }
                    say(message("end"));
                }
            }
        }
    }

    private JsonNode next() throws IOException {
        String line = questions.readLine();
        return line == null ? null : JSON.readTree(line);
    }

    private static ObjectNode message(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }

    private void say(JsonNode message) {
        answers.println(message);
    }

    private void tell(JsonNode entry, List<String> types) {
        String type = entry.get("objectType").asString();
        if (types.contains(type)) {
            say(message("object").put("objectType", type).<ObjectNode>set("attributes", entry.get("attributes")));
        }
    }

    private static String key(JsonNode about, JsonNode named) {
        return about.get("objectType").asString() + " " + named.get("key").asString();
    }

    private Map<String, JsonNode> state() throws IOException {
        Map<String, JsonNode> state = new TreeMap<>();
        List<String> lines = Files.exists(log) ? Files.readAllLines(log) : List.of();
        for (String line : lines) {
            JsonNode entry = JSON.readTree(line);
            String key = key(entry, entry);
            if (entry.get("attributes").isNull()) {
                state.remove(key);
            } else {
                state.put(key, entry);
            }
        }
        return state;
    }

    private ObjectNode carryOut(JsonNode operation, ObjectNode result) throws IOException {
        boolean adds = operation.get("type").asString().equals("add");
        JsonNode named = operation.get(adds ? "attributes" : "anchor");
        JsonNode before = state().get(key(operation, named));
        if (adds == (before != null)) {
            return result.put("error", adds ? "already-exists" : "no-such-object").put("message", "as it is");
        }
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("objectType", operation.get("objectType").asString());
        entry.put("key", named.get("key").asString());
        entry.put("attributes", operation.get("type").asString().equals("delete") ? null : after(before, operation));
        Files.writeString(log, JSON.writeValueAsString(entry) + "\n", StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        return result;
    }

    private static ObjectNode after(JsonNode before, JsonNode operation) {
        ObjectNode after = JsonNodeFactory.instance.objectNode();
        if (before != null) {
            after.setAll((ObjectNode) before.get("attributes"));
        }
        after.setAll((ObjectNode) operation.get("attributes"));
        after.properties().stream().filter(each -> each.getValue().isNull() || each.getValue().isArray()
                && each.getValue().isEmpty()).map(Map.Entry::getKey).toList().forEach(after::remove);
        return after;
    }
}
