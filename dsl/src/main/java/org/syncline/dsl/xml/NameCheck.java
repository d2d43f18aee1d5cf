package org.syncline.dsl.xml;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import org.syncline.dsl.expression.NearestName;
import org.xml.sax.Attributes;

/** Checks the names of elements and attributes against the vocabulary, and finds what was meant by those it doesn't have. */
final class NameCheck {
    private final SourceFile file;
    private final Vocabulary vocabulary;
    private final Collection<String> roots;
    private boolean hasNamespace = true;

    NameCheck(SourceFile file, Vocabulary vocabulary, Collection<String> roots) {
        this.file = file;
        this.vocabulary = vocabulary;
        this.roots = roots;
    }

    /**
     * The name by which the root element is known.
     *
     * @throws StopReading after saying so, if it isn't
     */
    String root(String uri, String localName, Tag tag) throws StopReading {
        hasNamespace = !uri.isEmpty();
        String meant = roots.contains(localName) ? localName : meantRoot(localName, tag);
        if (hasNamespace && !uri.equals(Vocabulary.NAMESPACE)) {
            file.problem(tag.begin(), "Unknown namespace " + uri, "write xmlns=\"" + Vocabulary.NAMESPACE + "\"");
            throw new StopReading();
        }
        if (meant == null) {
            throw new StopReading();
        }
        if (!hasNamespace) {
            file.problem(tag.begin(), Spelling.tag(localName) + " lacks its namespace",
                    "write <" + meant + " xmlns=\"" + Vocabulary.NAMESPACE + "\" ...>");
        }
        return meant;
    }

    private String meantRoot(String written, Tag tag) {
        if (vocabulary.roots().containsKey(written)) {
            file.problem(tag.begin(), Spelling.tag(written) + " does not belong here", FilePlaces.of(written));
            return null;
        }
        String meant = NearestName.to(written, roots);
        file.problem(tag.begin(), "Unknown element " + Spelling.tag(written), meant != null
                ? Spelling.didYouMean(Spelling.tag(meant))
                : "this file begins with " + String.join(" or ", Spelling.tags(roots)));
        return meant;
    }

    /** The name by which an element is known in its parent; null, after saying so, if it isn't. */
    String child(OpenElement parent, String uri, String localName, String name, Tag tag) {
        boolean ours = uri.equals(Vocabulary.NAMESPACE) || !hasNamespace && uri.isEmpty();
        Collection<String> allowed = parent.content().children().keySet();
        if (ours && allowed.contains(localName)) {
            return localName;
        }
        String meant = ours && !vocabulary.knows(localName) ? Synonyms.nearest(localName, allowed) : null;
        if (!ours) {
            file.problem(tag.begin(), "Unknown element " + Spelling.tag(name), foreign(uri));
        } else if (vocabulary.knows(localName)) {
            file.nestingProblem(tag.begin(), Spelling.tag(name) + " is not allowed in " + Spelling.tag(parent.name()),
                    suggestion(parent, meant));
        } else {
            file.problem(tag.begin(), "Unknown element " + Spelling.tag(name), suggestion(parent, meant));
        }
        if (meant == null) {
            parent.leaveOut();
        }
        return meant;
    }

    private static String foreign(String uri) {
        return uri.isEmpty() ? "leave out xmlns=\"\"" : "its namespace is " + uri + ", not " + Vocabulary.NAMESPACE;
    }

    private static String suggestion(OpenElement parent, String meant) {
        if (meant != null) {
            return Spelling.didYouMean(Spelling.tag(meant));
        }
        Collection<String> allowed = parent.content().children().keySet();
        return allowed.isEmpty()
                ? Spelling.tag(parent.name()) + " has no elements in it"
                : "allowed: " + String.join(", ", Spelling.tags(allowed));
    }

    /** The attributes of an element under the names by which they are known; those that aren't are left out after saying so. */
    Map<String, String> attributes(String element, Tag tag, Vocabulary.Content content, Attributes given) {
        Map<String, String> known = new LinkedHashMap<>();
        for (int index = 0; index < given.getLength(); index++) {
            String name = isAboutSchema(given, index) ? null : attribute(element, tag, content, given, index);
            if (name != null) {
                known.put(name, given.getValue(index));
            }
        }
        return known;
    }

    private static boolean isAboutSchema(Attributes given, int index) {
        return given.getURI(index).equals(XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI)
                && given.getLocalName(index).endsWith("chemaLocation");
    }

    private String attribute(String element, Tag tag, Vocabulary.Content content, Attributes given, int index) {
        String name = given.getQName(index);
        Collection<String> allowed = content.attributes().keySet();
        if (allowed.contains(name)) {
            return name;
        }
        List<String> free = allowed.stream().filter(known -> given.getIndex(known) < 0).toList();
        boolean isElement = content.children().containsKey(name);
        String meant = isElement ? null : Synonyms.nearest(name, free);
        file.problem(file.text().nameOf(tag, name), "Unknown attribute " + name + " of " + Spelling.tag(element),
                isElement
                        ? "write it as an element in " + Spelling.tag(element) + ": <" + name + ">...</" + name + ">"
                        : (meant == null ? "" : Spelling.didYouMean(meant) + " ") + allowed(element, allowed));
        if (meant != null) {
            file.text().noteMisspelled(tag, meant, name);
        }
        return meant;
    }

    private static String allowed(String element, Collection<String> attributes) {
        return attributes.isEmpty()
                ? Spelling.tag(element) + " has no attributes"
                : "allowed: " + String.join(", ", attributes);
    }

    /** Reports the attributes that an element must have and hasn't. */
    void checkRequired(OpenElement element) {
        for (String name : Vocabulary.requiredAttributes(element.content())) {
            if (!element.attributes().containsKey(name)) {
                file.problem(element.tag().begin(),
                        Spelling.tag(element.name()) + " lacks the attribute " + name,
                        element.content().attributes().get(name).purpose());
            }
        }
    }
}
