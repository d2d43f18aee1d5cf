package org.syncline.dsl.xml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.syncline.dsl.xml.LibraryRule.LibraryParameter;
import org.syncline.dsl.xml.binding.AttributeFlows;
import org.syncline.dsl.xml.binding.Groups;
import org.syncline.dsl.xml.binding.Include;
import org.syncline.dsl.xml.binding.JoinRules;
import org.syncline.dsl.xml.binding.Parameter;
import org.syncline.dsl.xml.binding.ProvisioningRules;

/**
 * Puts ready-made rules in the place of each {@code <include>} of a file, with their parameters filled in. What is wrong with the rules
 * then is reported where the parameter stands that brought it, or the include.
 */
final class Inclusion {
    private static final Pattern USE = Pattern.compile("\\[%([a-z][a-z0-9-]*)%]|%([a-z][a-z0-9-]*)%");
    private static final Pattern PARAMETER = Pattern.compile("%([\\p{L}\\p{N}_.-]+)%");

    private final SourceFile file;
    private final RuleLibrary library;
    private final String root;

    private Inclusion(SourceFile file, RuleLibrary library, String root) {
        this.file = file;
        this.library = library;
        this.root = root;
    }

    /** The file as it reads with everything it includes; empty if it includes nothing. */
    static Optional<SourceFile> of(SourceFile file, Object root, RuleLibrary library) {
        List<Include> includes = Parts.all(parts(root), Include.class);
        return includes.isEmpty()
                ? Optional.empty()
                : Optional.of(new Inclusion(file, library, file.rootName()).expanded(includes));
    }

    private static List<Object> parts(Object root) {
        return switch (root) {
            case JoinRules rules -> rules.getRules();
            case AttributeFlows flows -> flows.getFlows();
            case ProvisioningRules rules -> rules.getRules();
            case Groups groups -> groups.getIncludeOrForEachOrGroup();
            default -> List.of();
        };
    }

    private SourceFile expanded(List<Include> includes) {
        Splice splice = new Splice(file.text().text());
        for (Include include : includes) {
            Tag tag = file.tag(include);
            splice.copyUntil(tag.begin());
            find(include).ifPresent(rule -> add(include, rule, splice));
            splice.skipUntil(file.text().endOf(tag));
        }
        return splice.end(file);
    }

    private Optional<LibraryRule> find(Include include) {
        if (include.getLibrary() == null) {
            return Optional.empty();
        }
        Optional<LibraryRule> found = library.find(include.getLibrary());
        if (found.isEmpty()) {
            file.problem(include, "library", "The library has no '" + include.getLibrary() + "'",
                    Spelling.suggestion(include.getLibrary(), library.names()));
        } else if (!found.get().root().equals(root)) {
            file.problem(include, "library",
                    "'" + include.getLibrary() + "' has rules for " + Spelling.tag(found.get().root()),
                    FilePlaces.of(found.get().root()));
            return Optional.empty();
        }
        return found;
    }

    private void add(Include include, LibraryRule rule, Splice splice) {
        Map<String, Parameter> given = given(include, rule);
        if (isComplete(include, rule, given)) {
            fill(include, rule, given, splice);
        }
    }

    private void fill(Include include, LibraryRule rule, Map<String, Parameter> given, Splice splice) {
        SourceText text = new SourceText(rule.text());
        int place = file.tag(include).begin();
        Matcher use = USE.matcher(rule.text());
        int copied = 0;
        while (use.find()) {
            String name = use.group(1) == null ? use.group(2) : use.group(1);
            LibraryParameter parameter = rule.parameters().get(name);
            if (parameter != null) {
                splice.insert(rule.text().substring(copied, use.start()), place);
                Parameter value = given.get(name);
                String written = written(parameter, value == null ? parameter.value() : value.getValue(),
                        text.isInTag(use.start()));
                splice.insert(use.group(1) == null ? written : "[" + written + "]",
                        value == null ? place : file.text().valueOf(file.tag(value), "value"));
                copied = use.end();
            }
        }
        splice.insert(rule.text().substring(copied), place);
    }

    /** The parameters that are given, by name; unknown ones are reported. */
    private Map<String, Parameter> given(Include include, LibraryRule rule) {
        Map<String, Parameter> given = new LinkedHashMap<>();
        for (Parameter parameter : include.getParameter()) {
            if (parameter.getName() == null || parameter.getValue() == null) {
                continue;
            }
            if (!rule.parameters().containsKey(parameter.getName())) {
                file.problem(parameter, "name",
                        "'" + rule.name() + "' has no parameter '" + parameter.getName() + "'",
                        Spelling.suggestion(parameter.getName(), rule.parameters().keySet()));
            } else if (given.putIfAbsent(parameter.getName(), parameter) != null) {
                file.problem(parameter, "name", "The parameter '" + parameter.getName() + "' is given twice", null);
            }
        }
        return given;
    }

    /** Whether every parameter without a default is given; what lacks is reported. */
    private boolean isComplete(Include include, LibraryRule rule, Map<String, Parameter> given) {
        List<String> lacking = rule.parameters().keySet().stream()
                .filter(name -> rule.parameters().get(name).value() == null && !given.containsKey(name))
                .toList();
        lacking.forEach(name -> file.problem(include,
                "'" + rule.name() + "' needs the parameter '" + name + "': "
                        + rule.parameters().get(name).documentation(),
                "add <parameter name=\"" + name + "\" value=\"...\"/>"));
        return lacking.isEmpty();
    }

    private static String written(LibraryParameter parameter, String value, boolean inTag) {
        String text = value == null ? "" : value;
        if (inTag) {
            return escaped(text).replace("\"", "&quot;");
        }
        return escaped(switch (parameter.kind()) {
            case ATTRIBUTE, WORD -> text;
            case TEXT -> literal(text);
            case EXPRESSION -> "(" + text + ")";
        });
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    /** Text as an expression: parameters of the folder stay parameters. */
    private static String literal(String text) {
        Matcher parameter = PARAMETER.matcher(text);
        StringBuilder expression = new StringBuilder("(");
        int quoted = 0;
        while (parameter.find()) {
            expression.append(quoted(text.substring(quoted, parameter.start())))
                    .append(" & ").append(parameter.group()).append(" & ");
            quoted = parameter.end();
        }
        return expression.append(quoted(text.substring(quoted))).append(')').toString();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
