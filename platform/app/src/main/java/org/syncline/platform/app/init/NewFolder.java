package org.syncline.platform.app.init;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes a configuration folder from templates. In them <code>${name}</code> stands for an answer, and a line that begins with
 * <code>@name</code> is only written where there is that answer.
 */
public final class NewFolder {
    private static final List<String> FILES = List.of("syncline.xml", "connectors/hr.xml", "connectors/directory.xml",
            "rules/join/hr.xml", "rules/join/directory.xml", "rules/attribute-flow/hr.xml",
            "rules/attribute-flow/directory.xml", "rules/provisioning/directory.xml", "tests/people.xml");
    private static final String START = "data/directory-start.ldif";
    private static final Pattern ANSWER = Pattern.compile("\\$\\{([a-z-]+)}");
    private static final Pattern NEEDLESS_COLUMN = Pattern.compile("name=\"([^\"]*)\" column=\"\\1\"");
    private static final Pattern CONDITION = Pattern.compile("@([a-z-]+)(.*)", Pattern.DOTALL);

    private final Path folder;
    private final Map<String, String> answers;

    /** @param answers by name; what is not asked for has none */
    public NewFolder(Path folder, Map<String, String> answers) {
        this.folder = folder;
        this.answers = Map.copyOf(answers);
    }

    /**
     * Writes all files.
     *
     * @return their names
     */
    public List<String> write() throws IOException {
        List<String> written = new ArrayList<>(FILES);
        if (answers.containsKey("embedded")) {
            written.add(START);
        }
        for (String name : written) {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, filled(template(name), name.endsWith(".xml")));
        }
        return written;
    }

    private static String template(String name) throws IOException {
        try (InputStream template = NewFolder.class.getResourceAsStream(name)) {
            return new String(template.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String filled(String template, boolean xml) {
        return template.lines()
                .filter(this::isWanted)
                .map(line -> CONDITION.matcher(line).replaceFirst("$2"))
                .map(line -> ANSWER.matcher(line).replaceAll(found -> Matcher.quoteReplacement(
                        xml ? escaped(answers.get(found.group(1))) : answers.get(found.group(1)))))
                .map(line -> NEEDLESS_COLUMN.matcher(line).replaceAll("name=\"$1\""))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private boolean isWanted(String line) {
        Matcher condition = CONDITION.matcher(line);
        return !condition.matches() || answers.containsKey(condition.group(1));
    }

    private static String escaped(String answer) {
        return answer.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
