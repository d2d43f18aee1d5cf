package org.syncline.dsl.xml;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Map;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;
import org.xml.sax.helpers.XMLFilterImpl;

/**
 * Reports elements, attributes and text that the language does not know, all of them, and hands on what it does know.
 *
 * <p>A near miss is handed on under the name that was probably meant, so that one slip causes one problem. To those behind it, this
 * filter is also the locator: an element stands where its tag begins.
 */
final class VocabularyFilter extends XMLFilterImpl implements Locator {
    private static final int DEEPEST = 64;
    private static final int LONGEST_EXCERPT = 30;

    private final SourceFile file;
    private final Vocabulary vocabulary;
    private final NameCheck names;
    private final TagCursor cursor;
    private final Deque<OpenElement> open = new ArrayDeque<>();
    private int depth;
    private int ignored;

    /** @param roots the root elements that the file may have */
    VocabularyFilter(SourceFile file, Vocabulary vocabulary, Collection<String> roots) {
        this.file = file;
        this.vocabulary = vocabulary;
        this.names = new NameCheck(file, vocabulary, roots);
        this.cursor = new TagCursor(file.text().tags());
    }

    /** The innermost element that is open; null for none. */
    OpenElement current() {
        return open.peek();
    }

    /** The element around {@link #current()}; null for the root. */
    OpenElement parent() {
        return open.stream().skip(1).findFirst().orElse(null);
    }

    @Override
    public void setDocumentLocator(Locator locator) {
        super.setDocumentLocator(this);
    }

    @Override
    public void startElement(String uri, String localName, String name, Attributes given) throws SAXException {
        Tag tag = cursor.start();
        checkDepth(tag);
        String known = ignored > 0 ? null : known(uri, localName, name, tag);
        if (known == null) {
            ignored++;
        } else {
            start(known, tag, given);
        }
    }

    private void checkDepth(Tag tag) throws StopReading {
        depth++;
        if (depth > DEEPEST) {
            file.problem(tag.begin(), "Elements are nested more than " + DEEPEST + " deep", null);
            throw new StopReading();
        }
    }

    private String known(String uri, String localName, String name, Tag tag) throws StopReading {
        return open.isEmpty() ? names.root(uri, localName, tag) : names.child(current(), uri, localName, name, tag);
    }

    private void start(String name, Tag tag, Attributes given) throws SAXException {
        Vocabulary.Content content = content(name);
        Map<String, String> attributes = names.attributes(name, tag, content, given);
        OpenElement element = new OpenElement(name, tag, content, attributes);
        if (!open.isEmpty()) {
            current().take(element);
        }
        open.push(element);
        names.checkRequired(element);
        super.startElement(Vocabulary.NAMESPACE, name, name, asAttributes(attributes));
    }

    private Vocabulary.Content content(String element) {
        Map<String, String> types = open.isEmpty() ? vocabulary.roots() : current().content().children();
        return vocabulary.content(types.get(element));
    }

    private static Attributes asAttributes(Map<String, String> values) {
        AttributesImpl attributes = new AttributesImpl();
        values.forEach((name, value) -> attributes.addAttribute("", name, name, "CDATA", value));
        return attributes;
    }

    @Override
    public void endElement(String uri, String localName, String name) throws SAXException {
        cursor.end();
        depth--;
        if (ignored > 0) {
            ignored--;
        } else {
            super.endElement(Vocabulary.NAMESPACE, current().name(), current().name());
            open.pop();
        }
    }

    @Override
    public void characters(char[] characters, int start, int length) throws SAXException {
        if (ignored > 0) {
            return;
        }
        if (current().content().text()) {
            super.characters(characters, start, length);
        } else if (!new String(characters, start, length).isBlank() && current().reportText()) {
            reportText();
        }
    }

    private void reportText() {
        WrittenText written = WrittenText.after(cursor.last().end(), file.text().text());
        String text = written.text();
        int first = text.length() - text.stripLeading().length();
        file.problem(written.offset(first),
                "Text is not allowed in " + Spelling.tag(current().name()) + ": " + excerpt(text.strip()), null);
    }

    private static String excerpt(String text) {
        String line = text.lines().findFirst().orElse("");
        return line.length() <= LONGEST_EXCERPT ? line : line.substring(0, LONGEST_EXCERPT) + "...";
    }

    @Override
    public int getLineNumber() {
        return open.isEmpty() ? 1 : file.text().lines().line(current().tag().begin());
    }

    @Override
    public int getColumnNumber() {
        return open.isEmpty() ? 1 : file.text().lines().column(current().tag().begin());
    }

    @Override
    public String getPublicId() {
        return null;
    }

    @Override
    public String getSystemId() {
        return file.name();
    }
}
