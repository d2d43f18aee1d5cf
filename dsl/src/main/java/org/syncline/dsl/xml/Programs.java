package org.syncline.dsl.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.syncline.dsl.extension.Mistake;
import org.syncline.dsl.extension.ProgramNames;
import org.syncline.dsl.extension.drools.DroolsCompiler;
import org.syncline.dsl.ruleset.RuleExtension;

/**
 * Compiles the programs of a folder. Kept from version to version: what did not change is not compiled again, and what did not come to
 * an end is not forgotten. A language that nobody writes in is never loaded.
 */
final class Programs {
    private DroolsCompiler drools;

    /** Whether a file of a rule folder is a program, by its name. */
    static boolean isProgram(String file) {
        return isDrools(file);
    }

    private static boolean isDrools(String file) {
        return switch (file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)) {
            case "drl", "csv", "xls", "xlsx" -> true;
            default -> false;
        };
    }

    /**
     * What the programs of a folder answer; nothing where there are mistakes.
     *
     * @param files their content by name
     * @param mistakes takes what is wrong with them
     */
    synchronized RuleExtension compile(
            SortedMap<String, byte[]> files, ProgramNames names, Consumer<Mistake> mistakes) {
        SortedMap<String, byte[]> rules = new TreeMap<>(files);
        rules.keySet().removeIf(file -> !isDrools(file));
        List<RuleExtension> extensions = new ArrayList<>();
        if (!rules.isEmpty()) {
            drools = drools == null ? new DroolsCompiler() : drools;
            extensions.add(drools.compile(rules, names, mistakes));
        }
        return RuleExtension.of(extensions);
    }
}
