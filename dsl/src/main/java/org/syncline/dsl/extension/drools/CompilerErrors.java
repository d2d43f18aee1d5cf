package org.syncline.dsl.extension.drools;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.compiler.compiler.DescrBuildError;
import org.drools.drl.ast.descr.RuleDescr;
import org.kie.internal.builder.KnowledgeBuilderError;
import org.kie.internal.builder.KnowledgeBuilderErrors;
import org.syncline.dsl.expression.NearestName;
import org.syncline.dsl.extension.Mistake;
import org.syncline.dsl.extension.drools.DrlText.Token;
import org.syncline.dsl.ruleset.RuleLocation;

/** Turns what the compiler says of a file into mistakes, at the word that is meant where that can be told. */
final class CompilerErrors {
    private static final Pattern UNDEFINED = Pattern.compile("The method (\\w+)\\(.* for the type (\\w+)");
    private static final Pattern UNRESOLVED = Pattern.compile("([$\\w]+)(?:\\.\\w+)* cannot be resolved.*");
    private static final Pattern STRICT = Pattern.compile("using strict-mode: ([\\w.]+)\\.(\\w+)\\(");
    private static final String PREFIX = "Rule Compilation error ";

    private final RuleFile file;
    private final Map<RuleLocation, Mistake> found = new LinkedHashMap<>();

    CompilerErrors(RuleFile file) {
        this.file = file;
    }

    /** The compiler says of one place several things, the best first. */
    Collection<Mistake> translated(KnowledgeBuilderErrors errors) {
        errors.forEach(this::translate);
        return found.values();
    }

    private void translate(KnowledgeBuilderError error) {
        RuleDescr rule = rule(error);
        int line = error.getLines().length == 0 ? 1 : error.getLines()[0];
        String message = error.getMessage();
        if (message.startsWith(PREFIX)) {
            message.substring(PREFIX.length()).lines().forEach(one -> ofConsequence(rule, one));
        } else if (rule != null) {
            ofCondition(rule, line, message);
        } else {
            add(file.text().location(file.text().offset(line)), message, null);
        }
    }

    private static RuleDescr rule(KnowledgeBuilderError error) {
        if (error instanceof DescrBuildError found) {
            return found.getDescr() instanceof RuleDescr rule
                    ? rule
                    : found.getParentDescr() instanceof RuleDescr parent ? parent : null;
        }
        return null;
    }

    private void ofConsequence(RuleDescr rule, String message) {
        Matcher undefined = UNDEFINED.matcher(message);
        Matcher unresolved = UNRESOLVED.matcher(message);
        if (undefined.find()) {
            unknown(rule, undefined.group(1), undefined.group(2), message);
        } else if (unresolved.matches()) {
            add(place(rule, unresolved.group(1)), "'" + unresolved.group(1) + "' is not known here", null);
        } else {
            add(file.text().location(file.text().offset(rule.getConsequenceLine())), message, null);
        }
    }

    private void ofCondition(RuleDescr rule, int line, String message) {
        Matcher strict = STRICT.matcher(message);
        if (strict.find()) {
            String type = strict.group(1).substring(strict.group(1).lastIndexOf('.') + 1);
            unknown(rule, strict.group(2), type, message);
        } else if (found.values().stream().noneMatch(mistake -> mistake.place().line() == line)) {
            add(file.text().location(file.text().offset(line)), message.lines().findFirst().orElse(message), null);
        }
    }

    private void unknown(RuleDescr rule, String name, String type, String message) {
        Set<String> known = members(type);
        String nearest = NearestName.to(name, known);
        String suggestion = type.equals("Object")
                ? "what is read from an object may be of any type: write toString() before it"
                : nearest == null ? null : "did you mean " + nearest + "?";
        add(place(rule, name),
                known.contains(name) ? message : "'" + type + "' has nothing called '" + name + "'", suggestion);
    }

    /** What rules can name of a fact: its methods, and its properties by their short names. */
    private static Set<String> members(String type) {
        Set<String> members = new HashSet<>();
        RuleLanguage.FACTS.stream()
                .filter(fact -> fact.getSimpleName().equals(type))
                .flatMap(fact -> Arrays.stream(fact.getMethods()))
                .map(Method::getName)
                .forEach(name -> {
                    members.add(name);
                    if (name.startsWith("get") && name.length() > 3) {
                        members.add(Character.toLowerCase(name.charAt(3)) + name.substring(4));
                    }
                });
        return members;
    }

    private RuleLocation place(RuleDescr rule, String word) {
        return file.text().location(file.text().tokens().stream()
                .filter(token -> token.offset() >= rule.getStartCharacter() && token.is(word))
                .mapToInt(Token::offset)
                .findFirst()
                .orElse(rule.getStartCharacter()));
    }

    private void add(RuleLocation place, String message, String suggestion) {
        found.putIfAbsent(place, new Mistake(place, message, suggestion));
    }
}
