package org.syncline.rules.attributeflow;

import java.util.List;
import org.syncline.dsl.ruleset.ExtensionFact.Contribution;
import org.syncline.schema.identity.MetaverseObject;

/**
 * Says which of several contributions to an attribute wins, where not the precedence does, and what of programs outlives its object.
 * References are left to the precedence.
 */
public interface Arbiter {

    /** One that leaves everything to the precedence. */
    Arbiter NONE = new Arbiter() {
        @Override
        public boolean decidesOf(MetaverseObject identity, String attribute) {
            return false;
        }

        @Override
        public Ruling decide(MetaverseObject identity, String attribute, List<Contribution> contributions) {
            return new Ruling.ByPrecedence();
        }

        @Override
        public boolean keepsWhenGone(MetaverseObject identity, String rule, String attribute) {
            return false;
        }
    };

    /** What comes of several contributions. */
    sealed interface Ruling {

        /** This one of them wins. */
        record Wins(Contribution contribution) implements Ruling {}

        /** The precedence decides. */
        record ByPrecedence() implements Ruling {}

        /** Nothing: the attribute stays as it is. */
        record Leaves() implements Ruling {}
    }

    /** Whether it is to be asked about an attribute. */
    boolean decidesOf(MetaverseObject identity, String attribute);

    /** @param contributions that bring values, at least two, best precedence first */
    Ruling decide(MetaverseObject identity, String attribute, List<Contribution> contributions);

    /** Whether a value that a program brought stays when its object is gone and nobody else has one. */
    boolean keepsWhenGone(MetaverseObject identity, String rule, String attribute);
}
