package org.syncline.schema.xsd;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.catalog.CatalogFeatures;
import javax.xml.catalog.CatalogManager;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

class SchemaFilesTest {

    private static final String XS = XMLConstants.W3C_XML_SCHEMA_NS_URI;
    private static final List<String> ROOTS =
            List.of("syncline", "connector", "join-rules", "attribute-flows", "provisioning-rules", "groups",
                    "rule-tests", "schedule", "audit-file");

    @Test
    void compileTogether() {
        assertDoesNotThrow(() -> schema("all.xsd"));
    }

    @ParameterizedTest
    @MethodSource("roots")
    void compileAloneAndDeclareTheRootElementOfTheirName(String root) throws Exception {
        schema(root + ".xsd");
        var declared = children(document(folder().resolve(root + ".xsd")).getDocumentElement(), "element").stream()
                .map(e -> e.getAttribute("name")).toList();
        assertEquals(List.of(root), declared);
    }

    @ParameterizedTest
    @MethodSource("schemaFiles")
    void documentEveryElementAttributeValueAndType(Path file) throws Exception {
        var undocumented = new ArrayList<String>();
        for (String kind : List.of("element", "attribute", "enumeration", "complexType", "simpleType", "schema",
                "group")) {
            NodeList declarations = document(file).getElementsByTagNameNS(XS, kind);
            for (int i = 0; i < declarations.getLength(); i++) {
                var declaration = (Element) declarations.item(i);
                if (isNamed(declaration) && documentation(declaration).isBlank()) {
                    undocumented.add(path(declaration));
                }
            }
        }
        assertEquals(List.of(), undocumented);
    }

    @ParameterizedTest
    @MethodSource("schemaFiles")
    void sayTheDefaultOfEveryAttributeThatHasOne(Path file) throws Exception {
        var silent = new ArrayList<String>();
        NodeList attributes = document(file).getElementsByTagNameNS(XS, "attribute");
        for (int i = 0; i < attributes.getLength(); i++) {
            var attribute = (Element) attributes.item(i);
            if (attribute.hasAttribute("default")
                    && !documentation(attribute).contains("Default: " + attribute.getAttribute("default"))) {
                silent.add(path(attribute));
            }
        }
        assertEquals(List.of(), silent);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void acceptWhatTheRuleLanguageShows(Path sample) {
        assertDoesNotThrow(() -> schema("all.xsd").newValidator().validate(new StreamSource(sample.toFile())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                    "<schedul xmlns='urn:syncline:1'/>",
                    "<schedule/>",
                    "<schedule xmlns='urn:syncline:1'><job name='a' cron='0 0 3 * * SUN'/><cycle name='a'/></schedule>",
                    "<join-rules xmlns='urn:syncline:1' connector='hr' object-type='employee' metaverse-type='person'><join name='a'/></join-rules>",
                    "<join-rules xmlns='urn:syncline:1' connector='hr' object-type='employee' metaverse-type='person'><project name='a'/><project name='a'/></join-rules>",
                    "<attribute-flows xmlns='urn:syncline:1' metaverse-type='person'><import to='a' precedence='0'/></attribute-flows>",
                    "<attribute-flows xmlns='urn:syncline:1' metaverse-type='person'><export to='a' compare='mostly'/></attribute-flows>",
                    "<connector xmlns='urn:syncline:1' name='hr' type='file'><object-type name='a' anchor='b'/><guards><import minimum-share='101%'/></guards></connector>",
            })
    void refuseWhatIsWrong(String document) {
        assertThrows(SAXException.class,
                () -> schema("all.xsd").newValidator().validate(new StreamSource(new StringReader(document))));
    }

    @Test
    void areFoundThroughTheCatalogWithoutANetwork() throws Exception {
        var catalog = CatalogManager.catalog(CatalogFeatures.defaults(), folder().resolve("catalog.xml").toUri());
        assertTrue(Files.exists(Path.of(URI.create(catalog.matchURI("urn:syncline:1")))));
        for (String root : ROOTS) {
            assertTrue(
                    Files.exists(Path.of(URI.create(catalog.matchURI("urn:syncline:1/" + root + ".xsd")).normalize())));
        }
    }

    /** As an editor does it: the document says where its schema is, the catalog where that lies. */
    @Test
    void aSchemaLocationIsResolvedThroughTheCatalog() throws Exception {
        var validator = SchemaFactory.newInstance(XS).newSchema().newValidator();
        var lenient = CatalogFeatures.builder().with(CatalogFeatures.Feature.RESOLVE, "continue").build();
        validator.setResourceResolver(
                CatalogManager.catalogResolver(lenient, folder().resolve("catalog.xml").toUri()));
        assertDoesNotThrow(() -> validator.validate(located("<project name='a'/>")));
        assertThrows(SAXException.class, () -> validator.validate(located("<projct name='a'/>")));
    }

    private static Source located(String rule) {
        return new StreamSource(
                new StringReader("<join-rules xmlns='urn:syncline:1' connector='hr' object-type='employee'"
                        + " metaverse-type='person' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'"
                        + " xsi:schemaLocation='urn:syncline:1 urn:syncline:1/join-rules.xsd'>" + rule
                        + "</join-rules>"));
    }

    static List<String> roots() {
        return ROOTS;
    }

    static List<Path> schemaFiles() throws Exception {
        return files(folder(), ".xsd");
    }

    static List<Path> samples() throws Exception {
        return files(Path.of(SchemaFilesTest.class.getResource("flows-hr.xml").toURI()).getParent(), ".xml");
    }

    private static Path folder() throws URISyntaxException {
        return Path.of(SchemaFilesTest.class.getResource("all.xsd").toURI()).getParent();
    }

    private static List<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(ending)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Schema schema(String name) throws SAXException, URISyntaxException {
        Source source = new StreamSource(folder().resolve(name).toFile());
        return SchemaFactory.newInstance(XS).newSchema(source);
    }

    private static Document document(Path file) throws ParserConfigurationException, IOException, SAXException {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(file.toFile());
    }

    private static boolean isNamed(Element declaration) {
        return declaration.hasAttribute("name") || declaration.hasAttribute("value")
                || declaration.getLocalName().equals("schema");
    }

    private static String documentation(Element declaration) {
        var text = new StringBuilder();
        for (Element annotation : children(declaration, "annotation")) {
            children(annotation, "documentation").forEach(d -> text.append(d.getTextContent()));
        }
        return text.toString();
    }

    private static String path(Element declaration) {
        String name =
                declaration.getLocalName() + " " + declaration.getAttribute("name") + declaration.getAttribute("value");
        return declaration.getParentNode() instanceof Element parent ? path(parent) + " / " + name : name;
    }

    private static List<Element> children(Element parent, String name) {
        var found = new ArrayList<Element>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element && element.getLocalName().equals(name)) {
                found.add(element);
            }
        }
        return found;
    }
}
