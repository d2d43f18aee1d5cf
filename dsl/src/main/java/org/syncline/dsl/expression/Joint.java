package org.syncline.dsl.expression;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.StringConcatException;
import java.lang.invoke.StringConcatFactory;
import java.util.Collections;
import java.util.List;

/** Joins texts with others between them that are known when an expression is compiled, as javac would: making nothing but the result. */
record Joint(MethodHandle handle) {
    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();
    private static final String OPEN = "\1";
    private static final String KNOWN = "\2";

    /** @param parts each a {@link Constant}, or one that only evaluation can tell */
    static Joint of(List<Term> parts) {
        StringBuilder recipe = new StringBuilder();
        parts.forEach(part -> recipe.append(part instanceof Constant ? KNOWN : OPEN));
        Object[] known = parts.stream().filter(Constant.class::isInstance).map(Joint::textOf).toArray();
        MethodType type = MethodType.methodType(
                String.class, Collections.nCopies(parts.size() - known.length, String.class));
        try {
            return new Joint(StringConcatFactory.makeConcatWithConstants(LOOKUP, "join", type, recipe.toString(), known)
                    .getTarget());
        } catch (StringConcatException impossible) {
            throw new IllegalStateException("Texts cannot be joined: " + recipe.length(), impossible);
        }
    }

    private static String textOf(Term constant) {
        String text = constant.text(null);
        return text == null ? "" : text;
    }

    String join(String only) {
        try {
            return (String) handle.invokeExact(only);
        } catch (Throwable failure) {
            throw unexpected(failure);
        }
    }

    String join(String first, String second) {
        try {
            return (String) handle.invokeExact(first, second);
        } catch (Throwable failure) {
            throw unexpected(failure);
        }
    }

    String join(String first, String second, String third) {
        try {
            return (String) handle.invokeExact(first, second, third);
        } catch (Throwable failure) {
            throw unexpected(failure);
        }
    }

    private static RuntimeException unexpected(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return new IllegalStateException("Texts cannot be joined", failure);
    }
}
