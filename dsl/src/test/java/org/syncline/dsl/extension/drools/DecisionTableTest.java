package org.syncline.dsl.extension.drools;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** Tables of which every row is a rule. */
class DecisionTableTest {
    private static final String CSV =
            """
            RuleTable licences by title,,
            CONDITION,CONDITION,ACTION
            $flow : ImportFlow...,$flow : ImportFlow...,
            connector,"source[""Title""] matches ""$param\""","$flow.contribute(""licence"", ""$param"", 30);"
            Connector,Title,Licence
            hr,Engineer.*,E3
            hr,"Designer|Zürcher",F3
            """;
    private static final List<List<String>> EXPECTED = List.of(
            List.of("licence=TextValue[text=E3]@30 by licences by title_6 at 6"),
            List.of("licence=TextValue[text=F3]@30 by licences by title_7 at 7"),
            List.of());

    private static List<List<String>> told(RuleDesk desk) {
        return desk.rules().importFlows(List.of(
                RuleDesk.employee("Ada", "Engineer II"), RuleDesk.employee("Bob", "Zürcher"),
                RuleDesk.employee("Carl", "Clerk"))).stream().map(RuleDesk::told).toList();
    }

    @Test
    void aCsvFileIsATableOfRules() {
        assertEquals(EXPECTED, told(new RuleDesk().with("titles.csv", CSV)));
    }

    @Test
    void aSpreadsheetIsATableOfRules() throws IOException {
        assertEquals(EXPECTED, told(new RuleDesk().with("titles.xlsx", spreadsheet(new XSSFWorkbook()))));
        assertEquals(EXPECTED, told(new RuleDesk().with("titles.xls", spreadsheet(new HSSFWorkbook()))));
    }

    private static byte[] spreadsheet(Workbook workbook) throws IOException {
        try (workbook; ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            Sheet sheet = workbook.createSheet("titles");
            row(sheet, "RuleTable licences by title");
            row(sheet, "CONDITION", "CONDITION", "ACTION");
            row(sheet, "$flow : ImportFlow", "");
            sheet.addMergedRegion(new CellRangeAddress(2, 2, 0, 1));
            row(sheet, "connector", "source[\"Title\"] matches \"$param\"",
                    "$flow.contribute(\"licence\", \"$param\", 30);");
            row(sheet, "Connector", "Title", "Licence");
            row(sheet, "hr", "Engineer.*", "E3");
            row(sheet, "hr", "Designer|Zürcher", "F3");
            workbook.write(bytes);
            return bytes.toByteArray();
        }
    }

    private static void row(Sheet sheet, String... cells) {
        Row row = sheet.createRow(sheet.getPhysicalNumberOfRows());
        for (int column = 0; column < cells.length; column++) {
            row.createCell(column).setCellValue(cells[column]);
        }
    }

    @Test
    void aMistakeIsNamedWithItsRow() {
        assertEquals(
                List.of("titles.csv:6:1 'ImportFlow' has nothing called 'contribut'; did you mean contribute?",
                        "titles.csv:7:1 'ImportFlow' has nothing called 'contribut'; did you mean contribute?"),
                new RuleDesk().with("titles.csv", CSV.replace("contribute", "contribut")).mistakes());
        assertEquals(List.of("titles.csv:6:1 There is no connector 'hq'; did you mean hr?"),
                new RuleDesk().with("titles.csv", CSV.replaceFirst("\nhr", "\nhq")).mistakes());
    }

    @Test
    void aTableThatIsNoneIsRefused() {
        assertEquals(1, new RuleDesk().with("titles.csv", "Name,Building\nAda,7\n").mistakes().size());
        assertEquals(1, new RuleDesk().with("titles.xlsx", "no spreadsheet").mistakes().size());
    }
}
