package org.syncline.dsl.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What TERMS.md shows can be written so. */
class TermsPageTest {
    private static final Pattern EXAMPLE = Pattern.compile("\\| `(<([a-z-]+)[ >/].*)` \\|$");
    private static final String ABOUT_EMPLOYEES = "connector=\"hr\" object-type=\"employee\" metaverse-type=\"person\"";
    private static final String ABOUT_USERS = "connector=\"directory\" object-type=\"user\" metaverse-type=\"person\"";

    @TempDir
    Path folder;

    static Stream<Matcher> examples() throws IOException {
        return Files.readString(Path.of("TERMS.md")).lines().map(EXAMPLE::matcher).filter(Matcher::find);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void examplesLoad(Matcher example) throws Exception {
        SampleFolder sample = SampleFolder.freeOfLints(folder);
        String written = example.group(1);
        switch (example.group(2)) {
            case "import" -> flows(sample, ABOUT_EMPLOYEES, written);
            case "scope" ->
                    flows(sample, ABOUT_EMPLOYEES, written + "<import from=\"Name\" to=\"sn\" precedence=\"60\"/>");
            case "export", "derive" -> flows(sample, ABOUT_USERS, written);
            case "join", "project" -> sample.with("rules/join/more.xml",
                    "<join-rules xmlns=\"urn:syncline:1\" " + ABOUT_EMPLOYEES + ">" + written + "</join-rules>");
            case "provision", "rename", "reprovision", "deprovision", "when-identity-ends" -> sample.with(
                    "rules/provisioning/directory.xml", "<provisioning-rules xmlns=\"urn:syncline:1\" " + ABOUT_USERS
                            + ">" + written + "</provisioning-rules>");
            case "filter" -> sample.with("connectors/hr.xml", "<filter><when>Not IsPresent([Status])</when></filter>",
                    written);
            case "run-profile", "guards" ->
                    sample.with("connectors/directory.xml", "</connector>", written + "</connector>");
            case "ends" -> sample.with("syncline.xml", "<attribute name=\"aliases\" multi-valued=\"true\"/>",
                    "<attribute name=\"aliases\" multi-valued=\"true\"/>" + written);
            default -> throw new IllegalArgumentException("Nobody knows where to write " + written);
        }
        assertEquals(List.of(), sample.problems());
    }

    private static void flows(SampleFolder sample, String about, String written) throws IOException {
        sample.with("rules/attribute-flow/hr.xml", "<import from=\"Name\" to=\"sn\"/>",
                "<import from=\"Name\" to=\"sn\" precedence=\"10\"/>")
                .with("rules/attribute-flow/hr.xml", "<import from=\"Mail\" to=\"mail\"/>",
                        "<import from=\"Mail\" to=\"mail\" precedence=\"10\"/>")
                .with("rules/attribute-flow/more.xml",
                        "<attribute-flows xmlns=\"urn:syncline:1\" " + about + ">" + written
                                + "</attribute-flows>");
    }
}
