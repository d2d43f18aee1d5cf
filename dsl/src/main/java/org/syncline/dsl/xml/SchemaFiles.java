package org.syncline.dsl.xml;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** The schemas of the files an administrator writes, as they lie on the class path. */
final class SchemaFiles {
    private static final String FOLDER = "/org/syncline/schema/xsd/";
    private static final String ALL = "all.xsd";

    private final List<Element> declarations = new ArrayList<>();

    SchemaFiles() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            read(ALL, factory.newDocumentBuilder(), new ArrayList<>());
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException("The schemas cannot be read", e);
        }
    }

    /** All of them compiled, to validate with. */
    static Schema compiled() {
        try {
            return SchemaFactory.newDefaultInstance().newSchema(url(ALL));
        } catch (SAXException e) {
            throw new IllegalStateException("The schemas are not valid", e);
        }
    }

    private static URL url(String name) {
        return SchemaFiles.class.getResource(FOLDER + name);
    }

    private void read(String name, DocumentBuilder builder, List<String> known)
            throws IOException, SAXException {
        if (known.contains(name)) {
            return;
        }
        known.add(name);
        try (InputStream stream = url(name).openStream()) {
            for (Element declaration : children(builder.parse(stream).getDocumentElement())) {
                if (declaration.getLocalName().equals("include")) {
                    read(declaration.getAttribute("schemaLocation"), builder, known);
                } else {
                    declarations.add(declaration);
                }
            }
        }
    }

    /** The global declarations of a kind, such as {@code complexType}. */
    List<Element> all(String kind) {
        return declarations.stream().filter(isA(kind)).toList();
    }

    /** The global declaration of a kind that has a name; null if there is none. */
    Element named(String kind, String name) {
        return declarations.stream()
                .filter(isA(kind).and(declaration -> declaration.getAttribute("name").equals(name)))
                .findFirst()
                .orElse(null);
    }

    private static Predicate<Element> isA(String kind) {
        return declaration -> declaration.getLocalName().equals(kind);
    }

    static List<Element> children(Node parent) {
        List<Element> found = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                found.add(element);
            }
        }
        return found;
    }

    static List<Element> descendants(Node parent, String kind) {
        List<Element> found = new ArrayList<>();
        for (Element child : children(parent)) {
            if (child.getLocalName().equals(kind)) {
                found.add(child);
            }
            found.addAll(descendants(child, kind));
        }
        return found;
    }
}
