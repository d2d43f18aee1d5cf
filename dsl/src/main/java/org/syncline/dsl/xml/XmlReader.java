package org.syncline.dsl.xml;

import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBElement;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Unmarshaller;
import jakarta.xml.bind.UnmarshallerHandler;
import java.io.IOException;
import java.io.StringReader;
import java.util.Collection;
import java.util.Locale;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.validation.Schema;
import javax.xml.validation.ValidatorHandler;
import org.syncline.dsl.xml.binding.ObjectFactory;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;

/** Parses, checks and binds one file; every problem of its form is reported on the way. */
final class XmlReader {
    private final Vocabulary vocabulary = new Vocabulary(new SchemaFiles());
    private final Schema schema = SchemaFiles.compiled();
    private final JAXBContext binding;

    XmlReader() {
        try {
            binding = JAXBContext.newInstance(ObjectFactory.class);
        } catch (JAXBException e) {
            throw new IllegalStateException("The generated classes do not fit each other", e);
        }
    }

    /**
     * The root element of a file, bound as far as it could be understood; null if it is not XML or something else altogether.
     *
     * @param roots the elements with which it may begin
     */
    Object read(SourceFile file, Collection<String> roots) {
        VocabularyFilter filter = new VocabularyFilter(file, vocabulary, roots);
        try {
            UnmarshallerHandler binder = binder();
            filter.setParent(parser());
            filter.setContentHandler(validator(file, filter, binder));
            filter.parse(new InputSource(new StringReader(file.text().text())));
            file.reportNesting();
            return ((JAXBElement<?>) binder.getResult()).getValue();
        } catch (StopReading stopped) {
            return null;
        } catch (SAXParseException notXml) {
            new SyntaxErrors(file).report(notXml);
            return null;
        } catch (SAXException notXml) {
            new SyntaxErrors(file).report(notXml);
            return null;
        } catch (JAXBException | ParserConfigurationException | IOException e) {
            throw new IllegalStateException("Cannot read " + file.name(), e);
        }
    }

    private UnmarshallerHandler binder() throws JAXBException {
        Unmarshaller unmarshaller = binding.createUnmarshaller();
        // What cannot be bound has been reported by the validator.
        unmarshaller.setEventHandler(event -> true);
        return unmarshaller.getUnmarshallerHandler();
    }

    private ValidatorHandler validator(SourceFile file, VocabularyFilter filter, UnmarshallerHandler binder) {
        ValidatorHandler validator = schema.newValidatorHandler();
        AttributeRepair repair = new AttributeRepair();
        repair.setContentHandler(binder);
        validator.setErrorHandler(new SchemaErrors(file, filter, repair));
        validator.setContentHandler(repair);
        return validator;
    }

    private static XMLReader parser() throws ParserConfigurationException, SAXException {
        SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
        factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
        SAXParser parser = factory.newSAXParser();
        speakEnglish(parser);
        XMLReader reader = parser.getXMLReader();
        return reader;
    }

    /** {@link SyntaxErrors} reads the messages; only the old interface of the parser lets their language be chosen, and the
     * root locale is English. */
    @SuppressWarnings("deprecation")
    private static void speakEnglish(SAXParser parser) throws SAXException {
        parser.getParser().setLocale(Locale.ROOT);
    }
}
