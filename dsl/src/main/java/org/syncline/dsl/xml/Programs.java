package org.syncline.dsl.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.syncline.dsl.extension.Mistake;
import org.syncline.dsl.extension.ProgramNames;
import org.syncline.dsl.extension.drools.DroolsCompiler;
import org.syncline.dsl.extension.groovy.GroovyCompiler;
import org.syncline.dsl.ruleset.RuleExtension;

/**
 * Compiles the programs of a folder. Kept from version to version: what did not change is not compiled again, and what did not come to
 * an end is not forgotten. A language that nobody writes in is never loaded.
 */
final class Programs {
    private DroolsCompiler drools;
    private GroovyCompiler groovy;

    /** Whether a file of a rule folder is a program, by its name. */
    static boolean isProgram(String file) {
        return isDrools(file) || isGroovy(file);
    }

    private static boolean isDrools(String file) {
        return Set.of("drl", "csv", "xls", "xlsx").contains(ending(file));
    }

    private static boolean isGroovy(String file) {
        return ending(file).equals("groovy");
    }

    private static String ending(String file) {
        return file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /**
     * What the programs of a folder answer; nothing where there are mistakes.
     *
     * @param files their content by name
     * @param compiled takes the name of each that had to be compiled
     * @param mistakes takes what is wrong with them
     */
    synchronized RuleExtension compile(
            SortedMap<String, byte[]> files, ProgramNames names, Consumer<String> compiled,
            Consumer<Mistake> mistakes) {
        SortedMap<String, byte[]> rules = those(files, Programs::isDrools);
        SortedMap<String, byte[]> scripts = those(files, Programs::isGroovy);
        List<RuleExtension> extensions = new ArrayList<>();
        if (!rules.isEmpty()) {
            drools = drools == null ? new DroolsCompiler() : drools;
            extensions.add(drools.compile(rules, names, compiled, mistakes));
        }
        if (!scripts.isEmpty()) {
            groovy = groovy == null ? new GroovyCompiler() : groovy;
            extensions.add(groovy.compile(scripts, names, compiled, mistakes));
        }
        return RuleExtension.of(extensions);
    }

    private static SortedMap<String, byte[]> those(SortedMap<String, byte[]> files, Predicate<String> kind) {
        SortedMap<String, byte[]> those = new TreeMap<>(files);
        those.keySet().removeIf(kind.negate());
        return those;
    }
}
