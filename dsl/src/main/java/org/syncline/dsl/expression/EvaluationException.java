package org.syncline.dsl.expression;

/** A function cannot work with the values it got; concerns one object. */
public final class EvaluationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public EvaluationException(String message) {
        super(message);
    }
}
