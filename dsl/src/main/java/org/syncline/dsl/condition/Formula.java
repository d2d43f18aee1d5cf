package org.syncline.dsl.condition;

import java.util.List;
import java.util.stream.Stream;
import org.syncline.dsl.expression.Expression;

/** A condition as {@code And}, {@code Or} and {@code Not} of what can't be taken apart. */
sealed interface Formula {

    /** Whether it holds, as far as that follows from what is known of its atoms. */
    Truth in(World world);

    /** Everything in it that can't be taken apart. */
    Stream<Atom> atoms();

    /** All of the parts hold; of none, they do. */
    record All(List<Formula> parts) implements Formula {
        @Override
        public Truth in(World world) {
            Truth truth = Truth.TRUE;
            for (Formula part : parts) {
                truth = truth.and(part.in(world));
            }
            return truth;
        }

        @Override
        public Stream<Atom> atoms() {
            return parts.stream().flatMap(Formula::atoms);
        }
    }

    /** One of the parts holds; of none, it doesn't. */
    record Any(List<Formula> parts) implements Formula {
        @Override
        public Truth in(World world) {
            Truth truth = Truth.FALSE;
            for (Formula part : parts) {
                truth = truth.or(part.in(world));
            }
            return truth;
        }

        @Override
        public Stream<Atom> atoms() {
            return parts.stream().flatMap(Formula::atoms);
        }
    }

    /** The part doesn't hold. */
    record Not(Formula part) implements Formula {
        @Override
        public Truth in(World world) {
            return part.in(world).not();
        }

        @Override
        public Stream<Atom> atoms() {
            return part.atoms();
        }
    }

    /**
     * What can't be taken apart.
     *
     * @param text the same for two that always have the same result
     */
    record Atom(String text, Expression expression) implements Formula {
        @Override
        public Truth in(World world) {
            return world.of(text);
        }

        @Override
        public Stream<Atom> atoms() {
            return Stream.of(this);
        }
    }
}
