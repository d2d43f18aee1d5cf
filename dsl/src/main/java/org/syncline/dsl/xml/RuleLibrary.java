package org.syncline.dsl.xml;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.syncline.dsl.xml.LibraryRule.LibraryParameter;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * The ready-made rule files of the platform. Each module that has some lists their names, a line each, in the resource {@value #INDEX};
 * the files are the resources {@code org/syncline/rules/library/NAME.xml}.
 */
public final class RuleLibrary {
    private static final String INDEX = "META-INF/syncline/rule-library";
    private static final String FOLDER = "org/syncline/rules/library/";
    private static final String RULES = "rules";

    private final Map<String, LibraryRule> rules = new TreeMap<>();

    /** All there are on the class path. */
    public RuleLibrary() {
        ClassLoader loader = RuleLibrary.class.getClassLoader();
        try {
            for (URL index : Collections.list(loader.getResources(INDEX))) {
                text(index).lines().filter(name -> !name.isBlank())
                        .forEach(name -> rules.put(name, read(loader, name)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot find the library of rules", e);
        }
    }

    /** In the order of their names. */
    public Collection<LibraryRule> rules() {
        return rules.values();
    }

    /** @param name such as {@code join/by-employee-id} */
    public Optional<LibraryRule> find(String name) {
        return Optional.ofNullable(rules.get(name));
    }

    Collection<String> names() {
        return rules.keySet();
    }

    private static String text(URL resource) throws IOException {
        try (InputStream in = resource.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static LibraryRule read(ClassLoader loader, String name) {
        URL resource = loader.getResource(FOLDER + name + ".xml");
        if (resource == null) {
            throw new IllegalStateException(INDEX + " names " + name + ", which is not there");
        }
        try {
            return rule(name, text(resource));
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new IllegalStateException("Cannot read " + resource, e);
        }
    }

    private static LibraryRule rule(String name, String text)
            throws IOException, SAXException, ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        Element root = factory.newDocumentBuilder()
                .parse(new InputSource(new StringReader(text)))
                .getDocumentElement();
        Map<String, LibraryParameter> parameters = new LinkedHashMap<>();
        NodeList declared = root.getElementsByTagNameNS(Vocabulary.NAMESPACE, "parameter");
        for (int at = 0; at < declared.getLength(); at++) {
            Element parameter = (Element) declared.item(at);
            parameters.put(parameter.getAttribute("name"), parameter(parameter));
        }
        return new LibraryRule(name, root.getAttribute("in"), sentences(only(root, "documentation")),
                Collections.unmodifiableMap(parameters), inside(text, RULES));
    }

    private static LibraryParameter parameter(Element parameter) {
        return new LibraryParameter(
                LibraryParameter.Kind.valueOf(parameter.getAttribute("kind").toUpperCase(Locale.ROOT)),
                sentences(parameter),
                parameter.hasAttribute("value") ? parameter.getAttribute("value") : null);
    }

    private static Element only(Element root, String name) {
        return (Element) root.getElementsByTagNameNS(Vocabulary.NAMESPACE, name).item(0);
    }

    private static String sentences(Element element) {
        return element.getTextContent().strip().replaceAll("\\s+", " ");
    }

    /** What the element of a name holds, as it is written. */
    private static String inside(String text, String name) {
        SourceText source = new SourceText(text);
        return source.tags().stream()
                .filter(tag -> tag.kind() == Tag.Kind.START && tag.name(text).equals(name))
                .map(source::inside)
                .findFirst()
                .orElseThrow();
    }
}
