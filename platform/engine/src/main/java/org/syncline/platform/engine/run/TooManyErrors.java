package org.syncline.platform.engine.run;

/** More objects of a step have errors than the step allows. */
public final class TooManyErrors extends RuntimeException {

    private static final long serialVersionUID = 1L;

    TooManyErrors(long errors, int limit) {
        super("%d objects have errors; the step stops after %d (error-limit). Mend what they have in common and run it again."
                .formatted(errors, limit));
    }
}
