package org.syncline.dsl.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.syncline.dsl.expression.Evaluation;
import org.syncline.dsl.ruleset.Ruleset;
import org.syncline.schema.identity.TextValue;

/** CSV tables in the folder, which expressions look values up in. */
class LookupTablesTest {
    private static final String FLOWS = "rules/attribute-flow/hr.xml";
    private static final String TABLE = "lookup/buildings.csv";
    private static final String READER = "<import to=\"description\">Lookup(\"buildings\", \"b1\")</import>";

    @TempDir
    Path folder;

    private SampleFolder with(String table) throws Exception {
        return SampleFolder.in(Files.createTempDirectory(folder, "sample"))
                .with("syncline.xml", "<attribute name=\"sn\"/>",
                        "<attribute name=\"sn\"/><attribute name=\"description\"/>")
                .with(FLOWS, "</attribute-flows>", READER + "</attribute-flows>")
                .with(TABLE, table);
    }

    private static String found(SampleFolder folder) {
        return ((TextValue) folder.ruleset().attributeFlows("hr", "employee", "person").findFirst().orElseThrow()
                .imports().getLast().value().evaluate(Evaluation.at(Instant.EPOCH))).text();
    }

    @Test
    void areReadWithCommasSemicolonsOrTabs() throws Exception {
        assertEquals("Main Street 1", found(with("code,street\nB1,Main Street 1\n")));
        assertEquals("Main Street 1, left", found(with("code;street\r\nB1;Main Street 1, left\r\n")));
        assertEquals("Main Street 1", found(with("\ufeffcode\tstreet\n B1 \t Main Street 1\n\n")));
        assertEquals("Main \"Street\", 1", found(with("code,street\nB1,\"Main \"\"Street\"\", 1\"\n")));
    }

    @Test
    void sayWhatIsWrongWithThemAndWhere() throws Exception {
        assertEquals(List.of(
                TABLE + ":3:1: The row has 3 cells, but the table has 2 columns; put cells that hold a separator into"
                        + " double quotes",
                TABLE + ":4:1: The key 'b1' stands in line 2 already; leave one of the two rows; keys are compared"
                        + " without regard to case"),
                with("code,street\nB1,Main Street 1\nB2,Main Street 2, left\nb1,x\n").problems());
        assertEquals(List.of(TABLE + ":1:1: The table is empty; write the names of its columns into the first line"),
                with("").problems().stream().filter(problem -> problem.startsWith(TABLE)).toList());
        assertEquals(List.of(TABLE + ":1:1: The table has one column only; the first holds the keys, the others what is"
                + " looked up; separate the columns with commas, semicolons or tabs"),
                with("code\nB1\n").problems().stream().filter(problem -> problem.startsWith(TABLE)).toList());
        assertEquals(List.of(TABLE + ":2:1: The file is not UTF-8 from here on; save it as UTF-8"),
                SampleFolder.in(folder)
                        .with(TABLE, "code,street\nB1,Stra\u00dfe\n".getBytes(StandardCharsets.ISO_8859_1))
                        .problems());
    }

    @Test
    void areFoundByTheNamesExpressionsWrite() throws Exception {
        SampleFolder sample = with("code,street\nB1,Main Street 1\n");
        assertEquals(
                "There is no table 'building': the folder has no file lookup/building.csv; did you mean \"buildings\"?",
                problem(sample.with(FLOWS, "\"buildings\"", "\"building\"")));
        assertEquals("The table 'buildings' has no column 'stret'; did you mean \"buildings.street\"?",
                problem(sample.with(FLOWS, "\"building\"", "\"buildings.stret\"")));
        assertEquals("The table must be written as text, such as \"buildings\"",
                problem(sample.with(FLOWS, "\"buildings.stret\"", "[FirstName]")));
    }

    private static String problem(SampleFolder folder) {
        List<String> problems = folder.problems();
        assertEquals(1, problems.size(), problems.toString());
        return problems.getFirst().replaceFirst("^[^ ]+ ", "");
    }

    @Test
    void matterToTheObjectsWhoseRulesReadThem() throws Exception {
        SampleFolder sample = with("code,street\nB1,Main Street 1\n");
        Ruleset before = sample.ruleset();
        assertEquals(Set.of("hr employee"),
                DerivationsTest.changed(before, sample.with(TABLE, "code,street\nB1,Main Street 2\n")));
        before = sample.ruleset();
        assertEquals(Set.of(), DerivationsTest.changed(before, sample.with("lookup/other.csv", "a,b\n1,2\n")));
    }
}
