package org.syncline.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.syncline.dsl.xml.ReadResult;
import org.syncline.dsl.xml.RulesetReader;
import org.syncline.platform.app.company.Company;
import org.syncline.platform.app.company.EmployeeFile;
import org.xml.sax.SAXException;

class HrToDirectoryFilesTest {
    private static final Path EXAMPLE = Path.of("hr-to-directory");

    @Test
    void theEmployeesAreThoseThatSampleWrites(@TempDir Path folder) throws IOException {
        Path fresh = folder.resolve("employees.csv");
        EmployeeFile.untidy(Company.of(1000)).write(fresh);
        assertEquals(Files.readString(fresh), Files.readString(EXAMPLE.resolve("data/employees.csv")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"hr-to-directory", "hr-to-active-directory", "hr-database-to-directory-and-mail", "two-forests",
                    "rules-alive",
                    "src/test/resources/adventure-works",
                    "src/test/resources/departments"})
    void checkWarnsOfNothing(Path folder) {
        assertEquals(List.of(), switch (new RulesetReader(Map.of()).read(folder)) {
            case ReadResult.Ready ready -> ready.warnings();
            case ReadResult.Refused refused -> refused.problems();
        });
    }

    @TestFactory
    Stream<DynamicTest> everyFileKeepsToItsSchema() throws IOException, SAXException {
        Schema schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(getClass().getResource("/org/syncline/schema/xsd/all.xsd"));
        try (Stream<Path> files = Files.walk(EXAMPLE)) {
            return DynamicTest.stream(
                    files.filter(file -> file.toString().endsWith(".xml")).sorted().toList().stream(),
                    Path::toString,
                    file -> schema.newValidator().validate(new StreamSource(file.toFile())));
        }
    }
}
