package org.syncline.dsl.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.glassfish.jaxb.core.Locatable;
import org.syncline.dsl.lint.LintCode;
import org.syncline.dsl.ruleset.RuleLocation;
import org.xml.sax.Locator;

/** One file that was read: says where its elements stand, and takes their problems. */
final class SourceFile {
    private final String name;
    private final SourceText text;
    private final Lines lines;
    private final IntUnaryOperator origin;
    private final Problems problems;
    private final List<Problem> nesting = new ArrayList<>();

    SourceFile(String name, SourceText text, Problems problems) {
        this(name, text, text.lines(), IntUnaryOperator.identity(), problems);
    }

    private SourceFile(String name, SourceText text, Lines lines, IntUnaryOperator origin, Problems problems) {
        this.name = name;
        this.text = text;
        this.lines = lines;
        this.origin = origin;
        this.problems = problems;
    }

    /**
     * This file with another text in its place, such as one with what it includes.
     *
     * @param from where each character of the other text belongs in this one
     */
    SourceFile reading(SourceText other, IntUnaryOperator from) {
        return new SourceFile(name, other, lines, from, problems);
    }

    String name() {
        return name;
    }

    SourceText text() {
        return text;
    }

    /** Where an element begins. */
    RuleLocation location(Locatable element) {
        return location(offset(element));
    }

    private int offset(Locatable element) {
        Locator locator = element.sourceLocation();
        return text.lines().offset(locator.getLineNumber(), locator.getColumnNumber());
    }

    /** Where a character of the file stands. */
    RuleLocation location(int offset) {
        int place = origin.applyAsInt(offset);
        return new RuleLocation(name, lines.line(place), lines.column(place));
    }

    Tag tag(Locatable element) {
        return text.tagAt(offset(element));
    }

    /** Whether it reads otherwise than it is written. */
    boolean isExpanded() {
        return lines != text.lines();
    }

    /** The name of the element around all others, as it is written. */
    String rootName() {
        return text.tags().getFirst().name(text.text());
    }

    /** The name of an element as a tag, as it is written. */
    String tagName(Locatable element) {
        return Spelling.tag(tag(element).name(text.text()));
    }

    /** Whether an element has an attribute, even if its value means nothing. */
    boolean has(Locatable element, String attribute) {
        return text.valueOf(tag(element), attribute) != tag(element).begin();
    }

    /** Where the value of an attribute begins; the element if the attribute isn't written. */
    RuleLocation location(Locatable element, String attribute) {
        return location(text.valueOf(tag(element), attribute));
    }

    /** How many problems there are so far, of all files. */
    int problems() {
        return problems.count();
    }

    void problem(RuleLocation place, String message, String suggestion) {
        problems.add(place, message, suggestion);
    }

    void problem(int offset, String message, String suggestion) {
        problem(location(offset), message, suggestion);
    }

    /** A problem of what stands in what, which means nothing where the tags don't match each other. */
    void nestingProblem(int offset, String message, String suggestion) {
        RuleLocation place = location(offset);
        nesting.add(new Problem(name, place.line(), place.column(), message, suggestion));
    }

    /** Reports the problems of what stands in what: all tags match. */
    void reportNesting() {
        nesting.forEach(problems::add);
    }

    void problem(Locatable element, String message, String suggestion) {
        problem(location(element), message, suggestion);
    }

    void problem(Locatable element, String attribute, String message, String suggestion) {
        problem(location(element, attribute), message, suggestion);
    }

    void warning(RuleLocation place, LintCode code, String message, String suggestion) {
        problems.warn(new Warning(code, new Problem(name, place.line(), place.column(), message, suggestion)));
    }

    /** Says that something the language has is not carried out yet. */
    void unsupported(Locatable element, String construct) {
        problem(element, construct + " is not supported in this version", null);
    }

    void unsupported(Locatable element, String attribute, String construct) {
        problem(element, attribute, construct + " is not supported in this version", null);
    }
}
