package org.syncline.dsl.xml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glassfish.jaxb.core.Locatable;
import org.syncline.dsl.expression.LookupTable;
import org.syncline.dsl.expression.Scope;
import org.syncline.dsl.xml.binding.Parameter;
import org.syncline.dsl.xml.binding.Setting;

/** What the expressions of a folder may use: its parameters, of which the environment overrides the values, and its lookup tables. */
final class Parameters {
    static final String PREFIX = "SYNCLINE_PARAMETER_";
    private static final Pattern REFERENCE = Pattern.compile("%(?:([\\p{L}\\p{N}_.-]+)%|%)");

    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, LookupTable> tables;
    private final boolean known;

    /**
     * @param known whether the file that declares them was understood
     */
    Parameters(List<Parameter> declared, boolean known, Map<String, String> environment,
            Map<String, LookupTable> tables) {
        this.tables = tables;
        this.known = known;
        for (Parameter parameter : declared) {
            if (parameter.getName() != null && parameter.getValue() != null) {
                values.put(parameter.getName(),
                        environment.getOrDefault(variable(parameter.getName()), parameter.getValue()));
            }
        }
    }

    /** The environment variable that overrides a parameter. */
    static String variable(String parameter) {
        return PREFIX + parameter.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    Map<String, String> values() {
        return values;
    }

    /** The names an expression may use; where nobody knows what is declared, every parameter it uses is. */
    Scope in(Scope scope, String expression) {
        Scope complete = scope.withTables(tables);
        if (known) {
            return complete;
        }
        Map<String, String> used = new LinkedHashMap<>();
        REFERENCE.matcher(expression).results().map(found -> found.group(1)).filter(Objects::nonNull)
                .forEach(name -> used.put(name, ""));
        return complete.withParameters(used);
    }

    /** The value of a setting with its parameters filled in. */
    String fill(SourceFile file, Setting setting) {
        return fill(file, setting, "value", setting.getValue());
    }

    /** The value of an attribute with its parameters filled in. */
    String fill(SourceFile file, Locatable element, String attribute, String value) {
        return REFERENCE.matcher(value)
                .replaceAll(found -> Matcher.quoteReplacement(value(file, element, attribute, found.group(1))));
    }

    private String value(SourceFile file, Locatable element, String attribute, String name) {
        if (name == null) {
            return "%";
        }
        if (known && !values.containsKey(name)) {
            file.problem(element, attribute, "There is no parameter '" + name + "'",
                    Spelling.suggestion(name, values.keySet()));
        }
        return values.getOrDefault(name, "");
    }
}
