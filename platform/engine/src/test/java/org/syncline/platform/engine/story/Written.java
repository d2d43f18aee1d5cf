package org.syncline.platform.engine.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
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
    private static final Path ORIGINAL = original();

    private Written() {}

    static Ruleset rules(Setting setting, Policy policy) {
        return READ.computeIfAbsent(new Variant(setting.written(), policy), Written::read);
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
        for (Path file : files(ORIGINAL)) {
            Path copy = folder.resolve(ORIGINAL.relativize(file).toString());
            Files.createDirectories(copy.getParent());
            Files.writeString(copy, vary(Files.readString(file), variant));
        }
    }

    /** In a folder, or in the jar by which other modules run these stories. */
    private static Path original() {
        try {
            URI place = Written.class.getResource("company").toURI();
            if (place.getScheme().equals("jar")) {
                FileSystems.newFileSystem(place, Map.of());
            }
            return Path.of(place);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
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
        if (setting.recreates()) {
            varied = varied.replace("<provision name=\"everybody\">",
                    "<provision name=\"everybody\" if-deleted=\"recreate\">");
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
        String varied =
                policy.guarded() ? text : text.replaceAll("<export deletes=.*?/>", "<export deletes-share=\"100%\"/>");
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
