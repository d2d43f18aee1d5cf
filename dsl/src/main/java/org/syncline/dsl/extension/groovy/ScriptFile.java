package org.syncline.dsl.extension.groovy;

import org.codehaus.groovy.ast.ASTNode;
import org.syncline.dsl.ruleset.RuleLocation;

/**
 * One file of a folder.
 *
 * @param className of the class that is made of it
 * @param name relative to the folder, with forward slashes
 */
record ScriptFile(String className, String name, String text) {

    /** What its source is called while it is compiled. */
    String source() {
        return className + ".groovy";
    }

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
