package org.syncline.dsl.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.syncline.dsl.xml.ProblemCase.HR;
import static org.syncline.dsl.xml.ProblemCase.PROVISIONING;
import static org.syncline.dsl.xml.ProblemCase.SYNCLINE;
import static org.syncline.dsl.xml.ProblemCase.slip;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the language has and no rule set carries yet: said, never ignored. */
class UnsupportedConstructsTest {
    private static final String LATER = " is not supported in this version";
    private static final String WHEN = "<present attribute=\"department\"/>";

    @TempDir
    Path folder;

    static Stream<ProblemCase> constructs() {
        return Stream.of(
                slip("alert mail", SYNCLINE, "<metaverse>", "<alert-mail to=\"a\" server=\"b\"/><metaverse>",
                        "4:3: <alert-mail>" + LATER),
                slip("a connector switched off", HR, "mode=\"read-only\"",
                        "mode=\"read-only\" enabled=\"false\"",
                        "1:93: enabled=\"false\" of a connector" + LATER),
                slip("passwords delivered", PROVISIONING, "<random-password length=\"32\"/>",
                        "<random-password><deliver to=\"mail\">[mail]</deliver></random-password>",
                        "10:49: <deliver>" + LATER));
    }

    @ParameterizedTest
    @MethodSource("constructs")
    void areReported(ProblemCase slip) throws Exception {
        assertEquals(slip.problems(),
                SampleFolder.in(folder).with(slip.file(), slip.text(), slip.replacement()).problems());
    }
}
