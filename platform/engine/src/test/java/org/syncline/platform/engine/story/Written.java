package org.syncline.platform.engine.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.syncline.dsl.ruleset.Ruleset;
import org.syncline.dsl.xml.ReadResult;
import org.syncline.dsl.xml.RulesetReader;

/** The configuration folder of a company as its administrator wrote it, read once for each of its variants. */
final class Written {
    private record Variant(Setting setting, Policy policy) {}

    private static final RulesetReader READER = new RulesetReader(Map.of());
    private static final Map<Variant, Ruleset> READ = new HashMap<>();
    private static final Map<String, String> ORIGINAL = original();
    private static final Path FOLDER = folder();
    /** What stands in the folder, so that only what differs is written. */
    private static final Map<String, String> PRESENT = new HashMap<>();

    private Written() {}

    static synchronized Ruleset rules(Setting setting, Policy policy) {
        return READ.computeIfAbsent(new Variant(setting.written(), policy), Written::read);
    }

    private static Ruleset read(Variant variant) {
        ORIGINAL.forEach((file, text) -> write(file, vary(text, variant)));
        return switch (READER.read(FOLDER)) {
            case ReadResult.Ready ready -> ready.ruleset();
            case ReadResult.Refused refused -> throw new IllegalStateException(refused.problems().toString());
        };
    }

    private static void write(String file, String text) {
        if (!text.equals(PRESENT.put(file, text))) {
            try {
                Files.writeString(FOLDER.resolve(file), text);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    /** A folder for files of these names, which goes when the process ends. */
    private static Path folder() {
        try {
            Path folder = Files.createTempDirectory("company");
            folder.toFile().deleteOnExit();
            for (String file : ORIGINAL.keySet()) {
                makeRoom(folder.resolve(file));
            }
            return folder;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** With the folders around it; what is asked to go first goes last. */
    private static void makeRoom(Path file) throws IOException {
        if (!Files.exists(file.getParent())) {
            makeRoom(file.getParent());
            Files.createDirectory(file.getParent());
        }
        file.toFile().deleteOnExit();
    }

    /** The texts by the names of their files: in a folder, or in the jar by which other modules run these stories. */
    private static Map<String, String> original() {
        try {
            URI place = Written.class.getResource("company").toURI();
            if (place.getScheme().equals("jar")) {
                FileSystems.newFileSystem(place, Map.of());
            }
            Path folder = Path.of(place);
            Map<String, String> texts = new TreeMap<>();
            for (Path file : files(folder)) {
                texts.put(folder.relativize(file).toString(), Files.readString(file));
            }
            return texts;
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).toList();
        }
    }

    private static String vary(String text, Variant variant) {
        Setting setting = variant.setting();
        String varied = text.replace("grace=\"P7D\"", "grace=\"P" + setting.graceDays() + "D\"");
        varied = varied.replace("<!--abilities-->", setting.server().settings());
        if (setting.partitioned()) {
            varied = varied.replace("<!--partitions-->",
                    "<partition name=\"people\" base=\"ou=People,dc=test\"/>"
                            + "<partition name=\"groups\" base=\"ou=Groups,dc=test\"/>");
        }
        if (setting.staged()) {
            varied = varied.replace("<!--disable first--><delete/>",
                    "<disable><set to=\"note\">\"gone\"</set></disable><delete after=\"P"
                            + Setting.DAYS_FROM_DISABLE_TO_DELETE + "D\"/>");
        }
        if (setting.recreates()) {
            varied = varied.replace("<provision name=\"everybody\">",
                    "<provision name=\"everybody\" if-deleted=\"recreate\">");
        }
        if (setting.naming().renames()) {
            String unit = setting.naming() == Naming.BY_UNIT
                    ? "IIF(IsPresent([unit.title]), \",ou=\" &amp; [unit.title], \"\") &amp; "
                    : "";
            String name = "\"cn=\" &amp; [sn] &amp; \" \" &amp; [employeeId] &amp; " + unit + "\",ou=People,dc=test\"";
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
}
