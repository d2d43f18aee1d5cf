package org.syncline.dsl.extension.drools;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;
import org.drools.drl.parser.ParserError;
import org.drools.io.ByteArrayResource;
import org.kie.api.io.Resource;
import org.kie.internal.builder.conf.LanguageLevelOption;
import org.syncline.dsl.extension.Mistake;
import org.syncline.dsl.ruleset.RuleLocation;

/** One rule file: read, and found to be made of nothing but what rules may be made of. */
final class RuleFile {
    /** Begins the names of the packages of all rule files. */
    static final String NAMESPACE = "syncline.";

    private static final Pattern PARSER_PLACE = Pattern.compile("^\\[ERR \\d+] Line \\d+:\\d+ ");

    private final DrlText text;
    private final List<Mistake> mistakes = new ArrayList<>();
    private PackageDescr rules;

    private RuleFile(DrlText text) {
        this.text = text;
    }

    /** @param allowed classes that the administrator allows by name */
    static RuleFile read(DrlText text, Set<String> allowed) {
        RuleFile file = new RuleFile(text);
        file.parse();
        if (file.mistakes.isEmpty()) {
            file.mistakes.addAll(new WordCheck(text, allowed).mistakes());
            file.mistakes.addAll(new ShapeCheck(text, file.rules, allowed).mistakes());
        }
        return file;
    }

    private void parse() {
        DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
        try {
            rules = parser.parse(new StringReader(text.text()));
        } catch (DroolsParserException broken) {
            mistakes.add(new Mistake(text.location(0), "The file is no rule file: " + broken.getMessage(), null));
        }
        parser.getErrors().forEach(error -> mistakes.add(mistake(error)));
        if (mistakes.isEmpty() && rules == null) {
            rules = new PackageDescr();
        }
    }

    private Mistake mistake(DroolsError error) {
        Matcher place = PARSER_PLACE.matcher(error.getMessage());
        int line = error.getLines().length == 0 ? 1 : error.getLines()[0];
        int column = error instanceof ParserError found ? found.getCol() : 0;
        RuleLocation location = text.location(text.startOf(line) + Math.max(0, column));
        return new Mistake(location, "Rules cannot be read from here on: " + place.replaceFirst(""),
                "a rule is: rule \"name\" when ... then ... end");
    }

    /** The rules with all that the compiler is to know of the file. */
    PackageDescr forCompiler() {
        rules.setNamespace(namespace());
        RuleLanguage.imports().forEach(name -> rules.addImport(new ImportDescr(name)));
        Resource resource = new ByteArrayResource(new byte[0]).setSourcePath(text.file());
        rules.setResource(resource);
        rules.getRules().forEach(rule -> rule.setResource(resource));
        return rules;
    }

    String namespace() {
        return namespace(text.file());
    }

    /** A package for each file, so that names of rules need be unique in their file only. */
    static String namespace(String file) {
        return NAMESPACE + HexFormat.of().formatHex(file.getBytes(StandardCharsets.UTF_8)).transform("f"::concat);
    }

    /** This file with one of its rules. */
    RuleFile only(String rule) {
        rules.getRules().removeIf(one -> !one.getName().equals(rule));
        return this;
    }

    DrlText text() {
        return text;
    }

    List<RuleDescr> rules() {
        return rules == null ? List.of() : rules.getRules();
    }

    List<Mistake> mistakes() {
        return mistakes;
    }
}
