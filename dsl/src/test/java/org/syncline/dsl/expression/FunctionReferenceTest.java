package org.syncline.dsl.expression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FunctionReferenceTest {
    private static final Path PAGE = Path.of("FUNCTIONS.md");

    @Test
    void thePageSaysWhatTheFunctionsDeclare() throws IOException {
        if (Boolean.getBoolean("write-reference")) {
            Files.writeString(PAGE, FunctionReference.markdown());
        }
        assertEquals(
                FunctionReference.markdown(),
                Files.exists(PAGE) ? Files.readString(PAGE) : "",
                "FUNCTIONS.md is not what the functions declare; write it anew with"
                        + " mvn test -pl dsl -am -Dtest=FunctionReferenceTest -Dsurefire.failIfNoSpecifiedTests=false"
                        + " -DargLine=-Dwrite-reference=true");
    }
}
