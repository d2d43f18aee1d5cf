package org.syncline.dsl.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** The codes, the page about them and the schema that administrators complete them from say the same. */
class LintCodeTest {

    @Test
    void thePageListsThemAll() throws Exception {
        assertEquals(
                Arrays.stream(LintCode.values())
                        .map(code -> "| `" + code.text() + "` | " + code.meaning() + " | " + code.mend() + " |")
                        .toList(),
                Files.readString(Path.of("LINTS.md")).lines().filter(line -> line.startsWith("| `")).toList());
    }

    @Test
    void theSchemaListsThemAll() throws Exception {
        assertEquals(
                Arrays.stream(LintCode.values())
                        .map(code -> code.text() + ": " + code.meaning() + " " + code.mend())
                        .toList(),
                ofSchema());
    }

    private static List<String> ofSchema() throws Exception {
        Document schema;
        try (InputStream file = LintCode.class.getResourceAsStream("/org/syncline/schema/xsd/common.xsd")) {
            schema = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file);
        }
        XPath path = XPathFactory.newInstance().newXPath();
        NodeList values = (NodeList) path.evaluate(
                "//*[@name='LintCode']//*[local-name()='enumeration']", schema, XPathConstants.NODESET);
        List<String> found = new ArrayList<>();
        for (int index = 0; index < values.getLength(); index++) {
            found.add(path.evaluate("@value", values.item(index)) + ": "
                    + path.evaluate("normalize-space(.)", values.item(index)));
        }
        return found;
    }
}
