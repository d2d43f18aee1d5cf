package org.syncline.dsl.extension.groovy;

import org.codehaus.groovy.ast.ASTNode;
import org.syncline.dsl.ruleset.RuleLocation;

/**
 * One file of a folder.
 *
 * @param name relative to the folder, with forward slashes
 */
record ScriptFile(String name, String text) {
    /** What the class is called that is made of it; each has a class loader of its own. */
    static final String CLASS = "RuleScript";

    /** What its source is called while it is compiled. */
    static final String SOURCE = CLASS + ".groovy";

    /** The name without folder and ending: what its rules are called that have no name. */
    String baseName() {
        return name.substring(name.lastIndexOf('/') + 1, name.lastIndexOf('.'));
    }

    RuleLocation at(ASTNode node) {
        return at(node.getLineNumber(), node.getColumnNumber());
    }

    RuleLocation at(int line, int column) {
        return new RuleLocation(name, Math.max(1, line), Math.max(1, column));
    }
}
