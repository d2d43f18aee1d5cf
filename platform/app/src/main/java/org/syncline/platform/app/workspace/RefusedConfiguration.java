package org.syncline.platform.app.workspace;

import java.util.List;
import org.syncline.dsl.xml.Problem;

/** A configuration folder that cannot be used as it is. */
public final class RefusedConfiguration extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public RefusedConfiguration(List<Problem> problems) {
        super(problems.size() + " problems, the first: " + problems.getFirst());
        this.problems = List.copyOf(problems);
    }

    /** All of them, at least one. */
    public List<Problem> problems() {
        return problems;
    }
}
