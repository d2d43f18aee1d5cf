package org.syncline.platform.engine.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.syncline.dsl.ruleset.Ruleset;
import org.syncline.dsl.xml.ReadResult;
import org.syncline.dsl.xml.RulesetReader;

/** The configuration folder of a company as its administrator wrote it, read once for each of its variants. */
final class Written {
    private record Variant(Setting setting, Policy policy) {}

    private static final RulesetReader READER = new RulesetReader(Map.of());
    private static final Map<Variant, Ruleset> READ = new ConcurrentHashMap<>();

    private Written() {}

    static Ruleset rules(Setting setting, Policy policy) {
        Setting written = new Setting(setting.graceDays(), setting.staged(), setting.renames(), 0);
        return READ.computeIfAbsent(new Variant(written, policy), Written::read);
    }

    private static Ruleset read(Variant variant) {
        try {
            Path folder = Files.createTempDirectory("company");
            try {
                write(variant, folder);
                return switch (READER.read(folder)) {
                    case ReadResult.Ready ready -> ready.ruleset();
                    case ReadResult.Refused refused -> throw new IllegalStateException(refused.problems().toString());
                };
            } finally {
                delete(folder);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void write(Variant variant, Path folder) throws IOException {
        Path original = original();
        for (Path file : files(original)) {
            Path copy = folder.resolve(original.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.writeString(copy, vary(Files.readString(file), variant));
        }
    }

    private static Path original() {
        try {
            return Path.of(Written.class.getResource("company").toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String vary(String text, Variant variant) {
        Setting setting = variant.setting();
        String varied = text.replace("grace=\"P7D\"", "grace=\"P" + setting.graceDays() + "D\"");
        if (setting.staged()) {
            varied = varied.replace("<!--disable first--><delete/>",
                    "<disable><set to=\"note\">\"gone\"</set></disable><delete after=\"P"
                            + Setting.DAYS_FROM_DISABLE_TO_DELETE + "D\"/>");
        }
        if (setting.renames()) {
            String name = "\"cn=\" &amp; [sn] &amp; \" \" &amp; [employeeId] &amp; \",ou=People,dc=test\"";
            varied = varied
                    .replaceAll("<dn>\"uid=\".*</dn>", "<dn>" + name + "</dn>")
                    .replace("<!--rename-->", "<rename name=\"follow the name\"><dn>" + name + "</dn></rename>");
        }
        return vary(varied, variant.policy());
    }

    private static String vary(String text, Policy policy) {
        String varied = policy.guarded() ? text : text.replaceAll("<export deletes=.*?/>", "");
        if (policy.lastNameFirst()) {
            varied = varied.replace("[first] &amp; \" \" &amp; [last]", "[last] &amp; \", \" &amp; [first]");
        }
        if (policy.badgesForLab()) {
            varied = varied
                    .replace("[department] = \"Plant\"", "[department] = \"Plant\" Or [department] = \"Lab\"")
                    .replace(
                            "[department] &lt;&gt; \"Plant\"",
                            "[department] &lt;&gt; \"Plant\" And [department] &lt;&gt; \"Lab\"");
        }
        return varied;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path each : walk.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.delete(each);
            }
        }
    }
}
