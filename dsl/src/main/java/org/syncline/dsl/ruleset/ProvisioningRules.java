package org.syncline.dsl.ruleset;

import java.time.Duration;
import java.util.List;
import org.syncline.dsl.expression.Expression;
import org.syncline.dsl.ruleset.AttributeFlows.Merge;

/**
 * Which accounts of one object type identities of one type gain and lose. Expressions read the metaverse object; {@code [target.x]}
 * reads the account, <code>{x}</code> what the rule decided before.
 *
 * @param scope which identities these rules are for; null for all
 * @param provisions the first whose condition holds creates the account
 * @param renames each whose condition holds and whose DN differs renames or moves the account; the first wins
 * @param reprovisions each whose condition begins to hold has the account deleted and created anew
 * @param deprovisions while one holds for a living identity it rules the account; the first wins
 * @param whenIdentityEnds what happens to the account at the end of its identity
 */
public record ProvisioningRules(
        String connector,
        String objectType,
        String metaverseType,
        Expression scope,
        List<Provision> provisions,
        List<Rename> renames,
        List<Reprovision> reprovisions,
        List<Deprovision> deprovisions,
        Outcome whenIdentityEnds,
        RuleLocation location) {

    /** What happens when somebody deletes the account in the target. */
    public enum IfDeleted {
        REPORT,
        RECREATE
    }

    /**
     * Creates an account.
     *
     * @param when condition; null for always
     * @param dn its name; null for systems without names
     */
    public record Provision(
            String name,
            Expression when,
            List<Unique> uniques,
            Expression dn,
            List<Initial> initials,
            IfDeleted ifDeleted,
            RuleLocation location) implements AccountRule {
        public Provision {
            uniques = List.copyOf(uniques);
            initials = List.copyOf(initials);
        }
    }

    /**
     * A value nobody else has.
     *
     * @param to the account's attribute
     * @param candidates tried in order; the last may be numbered
     * @param across further places where nobody may have it
     */
    public record Unique(String to, List<Candidate> candidates, List<Place> across, RuleLocation location) {
        public Unique {
            candidates = List.copyOf(candidates);
            across = List.copyOf(across);
        }
    }

    /** @param numbered whether a number from 2 on is put behind it until it is free (the bare text is tried first) */
    public record Candidate(Expression text, boolean numbered) {}

    /** An attribute of a connector. */
    public record Place(String connector, String attribute) {}

    /**
     * A value an account is created with.
     *
     * @param value what it is; null where a secret is generated
     * @param secretLength characters of the generated secret; 0 where there is a value
     * @param when condition; null for always
     */
    public record Initial(String to, Expression value, int secretLength, Expression when, RuleLocation location) {}

    /** Renames or moves an account. */
    public record Rename(String name, Expression when, List<Unique> uniques, Expression dn, List<Set> sets,
            RuleLocation location) {
        public Rename {
            uniques = List.copyOf(uniques);
            sets = List.copyOf(sets);
        }
    }

    /** Has an account deleted and created anew, once each time its condition begins to hold. */
    public record Reprovision(String name, Expression when, RuleLocation location) {}

    /**
     * A value that a rename or an outcome sets; a result of nothing clears it.
     *
     * @param when condition; null for always
     * @param merge whether the values that are there stay beside it
     */
    public record Set(String to, Expression value, Expression when, Merge merge, RuleLocation location) {}

    /** Rules an account while its condition holds for a living identity. */
    public record Deprovision(String name, Expression when, Outcome outcome, RuleLocation location)
            implements AccountRule {}

    /**
     * What happens to an account that is not wanted any more: one or several stages, each after a time.
     *
     * @param enable applied once when the outcome ceases to hold
     */
    public record Outcome(List<Stage> stages, Enable enable) {
        public static final Outcome DISCONNECT = new Outcome(List.of(new Stage(Duration.ZERO, new Disconnect(false))));

        public Outcome {
            stages = List.copyOf(stages);
        }

        /** One whose end undoes nothing. */
        public Outcome(List<Stage> stages) {
            this(stages, Enable.NOTHING);
        }
    }

    /**
     * What undoes a disabling.
     *
     * @param moveTo the DN of its new parent; null to stay
     * @param location null where nothing is written
     */
    public record Enable(List<Set> sets, Expression moveTo, RuleLocation location) {
        public static final Enable NOTHING = new Enable(List.of(), null, null);

        public Enable {
            sets = List.copyOf(sets);
        }
    }

    /**
     * A part of an outcome.
     *
     * @param after how long after the instant the outcome first held
     * @param location null where it is not written, or decided by a program
     */
    public record Stage(Duration after, Action action, RuleLocation location) {

        /** One that stands in no file. */
        public Stage(Duration after, Action action) {
            this(after, action, null);
        }
    }

    /** What is done to an account. */
    public sealed interface Action {}

    /** The link is broken, the account stays. */
    public record Disconnect(boolean explicitly) implements Action {}

    /** The account is deleted. */
    public record Delete() implements Action {}

    /**
     * The account is changed or moved.
     *
     * @param moveTo the DN of its new parent; null to stay
     */
    public record Disable(List<Set> sets, Expression moveTo) implements Action {
        public Disable {
            sets = List.copyOf(sets);
        }
    }

    /** Rules of accounts of which only a program decides. */
    static ProvisioningRules decidedBy(ExtensionRule program) {
        return new ProvisioningRules(
                program.connector(), program.objectType(), program.metaverseType(), null, List.of(), List.of(),
                List.of(), List.of(), Outcome.DISCONNECT, program.location());
    }

    public ProvisioningRules {
        provisions = List.copyOf(provisions);
        renames = List.copyOf(renames);
        reprovisions = List.copyOf(reprovisions);
        deprovisions = List.copyOf(deprovisions);
    }
}
