package org.syncline.dsl.expression;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import org.syncline.schema.identity.Content;

/**
 * Where the evaluation of one expression begins.
 *
 * <p>To call a term directly would be to choose among all kinds of terms at each step of each evaluation. Each root is a class of its
 * own, a copy of {@link RootTemplate}, to which its term is a constant: the JVM compiles it for this term alone, with everything below
 * it. It is unloaded with its expression.
 */
abstract class Root {
    private static final byte[] TEMPLATE = template();

    /** For the copies. */
    Root() {}

    static Root of(Term term) {
        try {
            return (Root) MethodHandles.lookup()
                    .defineHiddenClassWithClassData(TEMPLATE, term, true)
                    .lookupClass()
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("The template of roots cannot be copied", impossible);
        }
    }

    private static byte[] template() {
        try (InputStream template = Root.class.getResourceAsStream("RootTemplate.class")) {
            return template.readAllBytes();
        } catch (IOException missing) {
            throw new UncheckedIOException("The template of roots cannot be read", missing);
        }
    }

    abstract Content content(Evaluation evaluation);

    abstract boolean truth(Evaluation evaluation);
}
