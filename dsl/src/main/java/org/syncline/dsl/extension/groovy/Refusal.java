package org.syncline.dsl.extension.groovy;

import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.messages.SyntaxErrorMessage;
import org.codehaus.groovy.syntax.SyntaxException;

/** Something in a script that is not as it must be. */
final class Refusal extends SyntaxException {
    private static final long serialVersionUID = 1L;

    private final String suggestion;

    private Refusal(String message, String suggestion, ASTNode node) {
        super(message, node);
        this.suggestion = suggestion;
    }

    /** How to mend it; null for nothing. */
    String suggestion() {
        return suggestion;
    }

    /** Reports it; the compilation ends with its present phase. */
    static void report(SourceUnit source, ASTNode node, String message, String suggestion) {
        source.getErrorCollector()
                .addErrorAndContinue(new SyntaxErrorMessage(new Refusal(message, suggestion, node), source));
    }
}
