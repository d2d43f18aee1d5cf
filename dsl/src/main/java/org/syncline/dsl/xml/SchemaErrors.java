package org.syncline.dsl.xml;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.syncline.dsl.expression.NearestName;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXParseException;

/**
 * Says in plain words what a validator finds wrong. Its keys ({@code cvc-complex-type.2.4.a}) are those of XML Schema; its texts
 * depend on the language of the machine and are only searched for names.
 */
final class SchemaErrors implements ErrorHandler {
    private static final Pattern EXPECTED = Pattern.compile("\"" + Vocabulary.NAMESPACE + "\":([\\w-]+)");

    private final SourceFile file;
    private final VocabularyFilter filter;
    private final AttributeRepair repair;

    SchemaErrors(SourceFile file, VocabularyFilter filter, AttributeRepair repair) {
        this.file = file;
        this.filter = filter;
        this.repair = repair;
    }

    @Override
    public void warning(SAXParseException warning) {
        // a validator warns of nothing that an administrator could mend
    }

    @Override
    public void fatalError(SAXParseException error) {
        error(error);
    }

    @Override
    public void error(SAXParseException error) {
        String message = error.getMessage();
        switch (message.substring(0, Math.max(0, message.indexOf(':')))) {
            case "cvc-complex-type.2.4.a", "cvc-complex-type.2.4.d", "cvc-complex-type.2.4.e",
                    "cvc-complex-type.2.4.f" -> misplaced(expected(message));
            case "cvc-complex-type.2.4.b" -> lacking(expected(message));
            case "cvc-attribute.3" -> badValue(message);
            case "cvc-identity-constraint.4.1" -> taken();
            case "cvc-complex-type.4", "cvc-datatype-valid.1.2.1", "cvc-datatype-valid.1.2.3", "cvc-enumeration-valid",
                    "cvc-pattern-valid", "cvc-minInclusive-valid", "cvc-maxInclusive-valid", "cvc-minLength-valid",
                    "cvc-type.3.1.3" -> {
                // said better by another error of the same element, or by the filter
            }
            default -> file.problem(filter.current().tag().begin(), message, null);
        }
    }

    private static List<String> expected(String message) {
        List<String> names = new ArrayList<>();
        Matcher matcher = EXPECTED.matcher(message.substring(Math.max(0, message.lastIndexOf('{'))));
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    private void misplaced(List<String> expected) {
        OpenElement parent = filter.parent();
        String name = filter.current().name();
        String before = before(parent, name);
        file.nestingProblem(filter.current().tag().begin(),
                Spelling.tag(name) + " cannot stand here in " + Spelling.tag(parent.name()),
                before != null
                        ? "it stands before " + Spelling.tag(before)
                        : expected.contains(name) || expected.isEmpty()
                                ? "it stands there at most once"
                                : "expected here: " + String.join(", ", Spelling.tags(required(parent, expected))));
    }

    /** The first of the elements seen so far that stands after another by its declaration; null if there is none. */
    private static String before(OpenElement parent, String name) {
        List<String> declared = List.copyOf(parent.content().children().keySet());
        return parent.children().stream()
                .filter(seen -> declared.indexOf(seen) > declared.indexOf(name))
                .findFirst()
                .orElse(null);
    }

    private static Collection<String> required(OpenElement parent, List<String> expected) {
        List<String> required = expected.stream().filter(parent.content().required()::contains).toList();
        return required.isEmpty() ? expected : required;
    }

    private void lacking(List<String> expected) {
        OpenElement element = filter.current();
        if (!element.isIncomplete()) {
            file.nestingProblem(element.tag().begin(),
                    Spelling.tag(element.name()) + " lacks "
                            + String.join(" or ", Spelling.tags(required(element, expected))),
                    null);
        }
    }

    private void badValue(String message) {
        OpenElement element = filter.current();
        for (Map.Entry<String, String> given : element.attributes().entrySet()) {
            Vocabulary.Attribute attribute = element.content().attributes().get(given.getKey());
            if (message.contains("'" + given.getValue() + "'") && message.contains("'" + given.getKey() + "'")) {
                repair.repair(given.getKey(), NearestName.to(given.getValue(), attribute.values()));
                file.problem(
                        file.text().valueOf(element.tag(), given.getKey()),
                        given.getKey() + " cannot be \"" + given.getValue() + "\"",
                        meant(attribute, given.getValue()));
            }
        }
    }

    private static String meant(Vocabulary.Attribute attribute, String written) {
        return attribute.values().isEmpty()
                ? attribute.description()
                : Spelling.suggestion(written, attribute.values());
    }

    private void taken() {
        OpenElement element = filter.current();
        Tag first = filter.parent().firstNamedAs(element);
        file.problem(
                file.text().valueOf(element.tag(), "name"),
                "The name \"" + element.attributes().get("name") + "\" is taken",
                first == null ? null : "line " + file.location(first.begin()).line() + " has it already");
    }
}
