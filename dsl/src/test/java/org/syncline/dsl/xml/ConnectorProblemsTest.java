package org.syncline.dsl.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.syncline.dsl.xml.ProblemCase.DIRECTORY;
import static org.syncline.dsl.xml.ProblemCase.slip;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is read of connector files, and what is said of mistakes in them. */
class ConnectorProblemsTest {
    @TempDir
    Path folder;

    static Stream<ProblemCase> slips() {
        return Stream.of(
                slip("a secondary key that is not declared", DIRECTORY, "name=\"inetOrgPerson\" anchor=\"entryUUID\"",
                        "name=\"inetOrgPerson\" anchor=\"entryUUID\" secondary-key=\"uidd\"",
                        "7:71: The secondary key names the attribute 'uidd', which is not declared;"
                                + " did you mean uid?"),
                slip("a secondary key of several values", DIRECTORY, "name=\"groupOfNames\" anchor=\"entryUUID\"",
                        "name=\"groupOfNames\" anchor=\"entryUUID\" secondary-key=\"member\"",
                        "19:70: The attribute 'member' of the secondary key may have several values;"
                                + " take one with a single value"));
    }

    @ParameterizedTest
    @MethodSource("slips")
    void areReported(ProblemCase slip) throws Exception {
        assertEquals(slip.problems(),
                SampleFolder.in(folder).with(slip.file(), slip.text(), slip.replacement()).problems());
    }

    @Test
    void aSecondaryKeyOfSeveralAttributesIsRead() throws Exception {
        SampleFolder sample = SampleFolder.in(folder).with(DIRECTORY, "name=\"inetOrgPerson\" anchor=\"entryUUID\"",
                "name=\"inetOrgPerson\" anchor=\"entryUUID\" secondary-key=\"uid mail\"");
        assertEquals(List.of("uid", "mail"), sample.ruleset().connectors().get("directory")
                .objectType("inetOrgPerson").orElseThrow().secondaryKey());
    }
}
