package org.syncline.dsl.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Folders with files that are missing, in the wrong place, too large, or not text. */
class FolderProblemsTest {
    private static final String JOIN = "rules/join/hr.xml";

    @TempDir
    Path folder;

    @Test
    void anEmptyFolderLacksItsFirstFile() {
        ReadResult read = new RulesetReader(Map.of()).read(folder);
        assertEquals(
                "syncline.xml:1:1: The file is missing; every configuration folder has it in its root",
                assertInstanceOf(ReadResult.Refused.class, read).problems().getFirst().toString());
    }

    @Test
    void aMissingMetaverseCausesNoFurtherProblems() throws Exception {
        assertEquals(
                List.of("syncline.xml:1:1: The file is missing; every configuration folder has it in its root"),
                SampleFolder.in(folder).without("syncline.xml").problems());
    }

    @Test
    void foldersThatAreNotReadAreReported() throws Exception {
        assertEquals(
                List.of("connectors/old:1:1: Folders in connectors are not read;"
                        + " put the files into connectors itself",
                        "rules/joins:1:1: Nothing is read from here; did you mean rules/join?"),
                SampleFolder.in(folder)
                        .with("rules/joins/a.xml", "<a/>")
                        .with("connectors/old/hr.xml", "<a/>")
                        .problems());
    }

    @Test
    void aScriptBesideTheConnectorsIsNoneOfRules() throws Exception {
        assertEquals(
                List.of("connectors/rooms.drl:1:1: Rules are not read from here; put it into rules/attribute-flow",
                        "tests/rooms.groovy:1:1: Rules are not read from here; put it into rules/attribute-flow"),
                SampleFolder.in(folder)
                        .with("connectors/rooms.groovy", "fullImport { page -> }")
                        .with("connectors/rooms.drl", "rule")
                        .with("tests/rooms.groovy", "fullImport { page -> }")
                        .problems());
    }

    @Test
    void notesAndHiddenFilesAreLeftAlone() throws Exception {
        assertEquals(List.of(),
                SampleFolder.in(folder)
                        .with("rules/join/README.md", "notes")
                        .with("rules/join/.hr.xml.swp", "x")
                        .with("rules/.git/x", "x")
                        .with("data/people.xml", "<a/>")
                        .problems());
    }

    @Test
    void aFileTooLargeIsNotRead() throws Exception {
        assertEquals(List.of("tests/joiner.xml:1:1: The file is larger than 4 MiB; take it apart"),
                SampleFolder.in(folder).with("tests/joiner.xml", " ".repeat((4 << 20) + 1)).problems());
    }

    @Test
    void bytesThatAreNotUtf8AreReportedWhereTheyStand() throws Exception {
        SampleFolder sample = SampleFolder.in(folder).with(JOIN, "new people", "L\u00f6sung");
        String content = Files.readString(folder.resolve(JOIN));
        assertEquals(
                List.of(JOIN + ":9:19: The file is not UTF-8 from here on; save it as UTF-8,"
                        + " or begin it with <?xml version=\"1.0\" encoding=\"windows-1252\"?>"),
                sample.with(JOIN, content.getBytes(StandardCharsets.ISO_8859_1)).problems());
    }

    @Test
    void anUnknownEncodingIsReported() throws Exception {
        assertEquals(List.of(JOIN + ":1:1: Unknown encoding utf9; save the file as UTF-8"),
                SampleFolder.in(folder)
                        .with(JOIN, "<join-rules", "<?xml version='1.0' encoding='utf9'?><join-rules")
                        .problems());
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1252", "ISO-8859-1", "UTF-16", "UTF-16LE", "UTF-8"})
    void aDeclaredEncodingIsUnderstood(String encoding) throws Exception {
        SampleFolder sample = SampleFolder.in(folder).with(JOIN, "new people", "L\u00f6sung");
        String mark = encoding.equals("UTF-16LE") ? "\uFEFF" : "";
        String content = mark + "<?xml version=\"1.0\" encoding=\"" + encoding + "\"?>\n"
                + Files.readString(folder.resolve(JOIN));
        sample.with(JOIN, content.getBytes(Charset.forName(encoding)));
        assertEquals("L\u00f6sung", sample.ruleset().joinRules("hr", "employee").getFirst()
                .projections().getFirst().name());
    }

    @Test
    void aByteOrderMarkAndLineEndsOfWindowsDoNotMoveProblems() throws Exception {
        SampleFolder sample = SampleFolder.in(folder).with(JOIN, "LCase([EmailAddress])", "\n  LCase(\n  [Nix])");
        String content = "\uFEFF" + Files.readString(folder.resolve(JOIN)).replace("\n", "\r\n");
        assertEquals(
                List.of(JOIN + ":8:3: The object type 'employee' has no attribute 'Nix'"
                        + "; declare it with <attribute name=\"Nix\"/> in that type, or name another"),
                sample.with(JOIN, content).problems());
    }

    @Test
    void placesAreExactBehindEntitiesCommentsAndCharacterData() throws Exception {
        assertEquals(
                List.of(JOIN + ":6:101: The object type 'employee' has no attribute 'Nix'"
                        + "; declare it with <attribute name=\"Nix\"/> in that type, or name another",
                        JOIN + ":6:124: The object type 'employee' has no attribute 'Nox'"
                                + "; declare it with <attribute name=\"Nox\"/> in that type, or name another"),
                SampleFolder.in(folder)
                        .with(JOIN, "LCase([EmailAddress])",
                                "&quot;&#x1F600;&lt;&quot; &amp; <!-- & [Nux] --> <![CDATA[[Nix] & ]]> LCas&#101;([Nox])")
                        .problems());
    }

    /** Whatever somebody's editor leaves behind: it is read or refused, and nothing else happens. */
    @Test
    void spoiltFilesAreRefusedOrRead() throws Exception {
        List<String> names = List.of("syncline.xml", "connectors/hr.xml", "connectors/directory.xml", JOIN,
                "rules/attribute-flow/hr.xml", "rules/attribute-flow/directory.xml",
                "rules/provisioning/directory.xml", "schedule.xml", "tests/joiner.xml");
        Random random = new Random(7);
        SampleFolder sample = SampleFolder.in(folder);
        for (int round = 0; round < 600; round++) {
            String name = names.get(random.nextInt(names.size()));
            String good = Files.readString(folder.resolve(name));
            ReadResult read = sample.with(name, spoilt(good, random)).read();
            if (read instanceof ReadResult.Refused refused) {
                refused.problems().forEach(FolderProblemsTest::assertHasAPlace);
            }
            sample.with(name, good);
        }
    }

    private static void assertHasAPlace(Problem problem) {
        assertEquals(List.of(true, true, false),
                List.of(problem.line() > 0, problem.column() > 0, problem.message().isBlank()), problem.toString());
    }

    private static String spoilt(String text, Random random) {
        int from = random.nextInt(text.length());
        int to = Math.min(text.length(), from + 1 + random.nextInt(12));
        return switch (random.nextInt(5)) {
            case 0 -> text.substring(0, from) + text.substring(to);
            case 1 -> text.substring(0, to) + text.substring(from);
            case 2 -> text.substring(0, from);
            case 3 -> text.substring(0, from) + "<>&\"'/=x[]%{}!-?\u0000".charAt(random.nextInt(17))
                    + text.substring(from);
            default -> text.replaceFirst("\\b" + word(text, random) + "\\b", word(text, random));
        };
    }

    private static String word(String text, Random random) {
        List<String> words = List.of(text.split("\\W+"));
        return words.get(random.nextInt(words.size()));
    }
}
