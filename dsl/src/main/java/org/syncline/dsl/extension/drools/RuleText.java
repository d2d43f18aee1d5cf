package org.syncline.dsl.extension.drools;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.syncline.dsl.extension.drools.DrlText.Kind;
import org.syncline.dsl.extension.drools.DrlText.Token;
import org.syncline.dsl.ruleset.ExtensionRule;
import org.syncline.dsl.ruleset.ExtensionRule.Hook;

/** What the text of one rule tells without running it: whom it is about, what it reads and what it fills. */
final class RuleText {
    private static final Pattern EQUALS = Pattern.compile("\\s*(\\w+)\\s*==\\s*(?:\"([^\"]*)\"|'([^']*)')\\s*");

    private static final Map<String, Hook> HOOKS = Map.of(
            ImportFlow.class.getSimpleName(), Hook.IMPORT_FLOW,
            ExportFlow.class.getSimpleName(), Hook.EXPORT_FLOW,
            JoinResolution.class.getSimpleName(), Hook.RESOLVE_JOIN,
            Provisioning.class.getSimpleName(), Hook.PROVISIONING);

    /** The methods whose first argument is the attribute that they fill. */
    private static final Set<String> FILLING =
            Set.of("contribute", "contributeInitially", "merge", "clear", "leave", "set", "initially", "secret");

    private static final Set<String> OBJECTS = Set.of("source", "identity", "target", "account");

    /** A name in quotes, or behind a dot, with the word that says whose name it is. */
    record Named(String of, String name, int offset) {}

    private final DrlText text;
    private final RuleDescr rule;
    private final PatternDescr fact;
    private final List<Token> tokens;

    RuleText(DrlText text, RuleDescr rule) {
        this.text = text;
        this.rule = rule;
        this.fact = rule.getLhs().getDescrs().stream()
                .filter(PatternDescr.class::isInstance)
                .map(PatternDescr.class::cast)
                .filter(pattern -> pattern.getSource() == null)
                .findFirst()
                .orElseThrow();
        this.tokens = text.tokens().stream()
                .filter(token -> token.offset() >= rule.getStartCharacter()
                        && token.offset() <= rule.getEndCharacter())
                .toList();
    }

    ExtensionRule declared() {
        return new ExtensionRule(
                rule.getName(), hook(), constant("connector"), constant("objectType"), constant("metaverseType"),
                fills(), ranks(), false, text.location(rule.getStartCharacter()));
    }

    /** Where every contribution to an attribute ends with a number. */
    private Map<String, Integer> ranks() {
        Map<String, Integer> ranks = new HashMap<>();
        Set<String> unranked = new HashSet<>();
        calls().filter(at -> token(at + 2).kind() == Kind.LITERAL).forEach(at -> {
            Token last = token(endOfCall(at + 1) - 1);
            if (last.kind() == Kind.NUMBER && last.text().matches("\\d{1,9}")) {
                ranks.merge(token(at + 2).text(), Integer.valueOf(last.text()), Math::min);
            } else {
                unranked.add(token(at + 2).text());
            }
        });
        ranks.keySet().removeAll(unranked);
        return ranks;
    }

    /** The bracket that closes the one at this place. */
    private int endOfCall(int open) {
        int depth = 1;
        int at = open + 1;
        while (at < tokens.size() && depth > 0) {
            depth += token(at).is("(") ? 1 : token(at).is(")") ? -1 : 0;
            at++;
        }
        return at - 1;
    }

    Hook hook() {
        return HOOKS.get(fact.getObjectType());
    }

    /** The value that a property of the fact must have; null where that is not said. */
    private String constant(String property) {
        return fact.getConstraint().getDescrs().stream()
                .map(constraint -> EQUALS.matcher(constraint.toString()))
                .filter(equal -> equal.matches() && equal.group(1).equals(property))
                .map(equal -> equal.group(2) != null ? equal.group(2) : equal.group(3))
                .findFirst()
                .orElse(null);
    }

    /** Where such a value stands; the rule where it is not written. */
    int place(String constant) {
        return tokens.stream()
                .filter(token -> token.kind() == Kind.LITERAL && token.text().equals(constant))
                .mapToInt(Token::offset)
                .findFirst()
                .orElse(rule.getStartCharacter());
    }

    private Set<String> fills() {
        boolean isKnown = calls().allMatch(at -> token(at + 2).kind() == Kind.LITERAL);
        Set<String> names = new HashSet<>();
        filled().forEach(named -> names.add(named.name()));
        return isKnown ? names : null;
    }

    /** The attributes that it fills, where they are named by constants. */
    List<Named> filled() {
        return calls().filter(at -> token(at + 2).kind() == Kind.LITERAL)
                .mapToObj(at -> new Named(token(at).text(), token(at + 2).text(), token(at + 2).offset()))
                .toList();
    }

    private IntStream calls() {
        return IntStream.range(0, tokens.size())
                .filter(at -> FILLING.contains(token(at).text())
                        && token(at).kind() == Kind.WORD
                        && token(at - 1).is(".")
                        && token(at + 1).is("("));
    }

    /** The attributes that it reads, where they are named by constants. */
    List<Named> read() {
        List<Named> read = new ArrayList<>();
        for (int at = 0; at < tokens.size(); at++) {
            if (OBJECTS.contains(token(at).text()) && token(at).kind() == Kind.WORD) {
                Token name = token(at + 2);
                boolean inBrackets = token(at + 1).is("[") && name.kind() == Kind.LITERAL;
                boolean behindDot = token(at + 1).is(".") && name.kind() == Kind.WORD && !token(at + 3).is("(");
                if (inBrackets || behindDot) {
                    read.add(new Named(token(at).text(), name.text(), name.offset()));
                }
            }
        }
        return read;
    }

    Set<String> reads() {
        return read().stream().map(Named::name).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the time is among what it reads. */
    boolean readsClock() {
        return tokens.stream().anyMatch(token -> token.is("now") || token.is("getNow"));
    }

    /** Whether it says that its fact has changed. */
    boolean updates() {
        return tokens.stream().anyMatch(token -> token.is("update") || token.is("modify"));
    }

    /** The line at which its consequence begins, without blank lines. */
    int consequenceLine() {
        String begin = String.valueOf(rule.getConsequence()).strip();
        int found = begin.isEmpty() ? -1 : text.text().indexOf(begin, rule.getStartCharacter());
        return found < 0 ? rule.getConsequenceLine() : text.line(found);
    }

    private Token token(int at) {
        return at < 0 || at >= tokens.size() ? new Token(Kind.SIGN, "", 0) : tokens.get(at);
    }
}
