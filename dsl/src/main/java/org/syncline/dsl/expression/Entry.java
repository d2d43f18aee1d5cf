package org.syncline.dsl.expression;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.syncline.schema.identity.Content;

/**
 * Where the evaluation of an expression begins.
 *
 * <p>To call a term directly would be to choose among all kinds of terms at each step of each evaluation. A method handle that is bound
 * to one term is, once it was used often, compiled for this term alone, with everything below it.
 */
final class Entry {
    private static final MethodHandle CONTENT = of("content", Content.class);
    private static final MethodHandle TRUTH = of("truth", boolean.class);

    private final MethodHandle content;
    private final MethodHandle truth;

    Entry(Term root) {
        this.content = CONTENT.bindTo(root);
        this.truth = TRUTH.bindTo(root);
    }

    private static MethodHandle of(String name, Class<?> result) {
        try {
            return MethodHandles.lookup().findVirtual(Term.class, name,
                    MethodType.methodType(result, Evaluation.class));
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("A term has no " + name, impossible);
        }
    }

    Content content(Evaluation evaluation) {
        try {
            return (Content) content.invokeExact(evaluation);
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable impossible) {
            throw new IllegalStateException("Terms throw nothing that is checked", impossible);
        }
    }

    boolean truth(Evaluation evaluation) {
        try {
            return (boolean) truth.invokeExact(evaluation);
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable impossible) {
            throw new IllegalStateException("Terms throw nothing that is checked", impossible);
        }
    }
}
