package org.syncline.dsl.ruleset;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.syncline.dsl.expression.Present;
import org.syncline.dsl.ruleset.AttributeFlows.ImportFlow;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.MetaverseObject;

/** What a {@link RuleExtension} is asked about. Languages show their rules no more of it than they need. */
public sealed interface ExtensionFact {

    /**
     * What flows from an object.
     *
     * @param object whose {@code known} image contributes
     * @param identity as it was before the pass
     */
    record OfImport(ConnectorSpaceObject object, MetaverseObject identity, Present present) implements ExtensionFact {}

    /**
     * What flows to an account.
     *
     * @param identity with the values that were elected
     * @param account which exists or is a draft
     */
    record OfExport(MetaverseObject identity, ConnectorSpaceObject account, Present present)
            implements ExtensionFact {}

    /**
     * What becomes of an account.
     *
     * @param account null if there is none
     * @param connectedTo connectors in which the identity has an object
     */
    record OfAccount(
            String connector, String objectType, MetaverseObject identity, ConnectorSpaceObject account,
            Set<String> connectedTo, Present present) implements ExtensionFact {
        public OfAccount {
            connectedTo = Set.copyOf(connectedTo);
        }
    }

    /**
     * Whom an object belongs to.
     *
     * @param object whose {@code imported} image is compared
     * @param candidates that match the criterion, several
     */
    record OfJoin(
            ConnectorSpaceObject object, JoinRules.Criterion criterion, List<MetaverseObject> candidates,
            Present present) implements ExtensionFact {
        public OfJoin {
            candidates = List.copyOf(candidates);
        }
    }

    /**
     * Which contribution to an attribute wins.
     *
     * @param identity as it was before the pass
     * @param contributions that bring a value, several, best precedence first
     */
    record OfElection(MetaverseObject identity, String attribute, List<Contribution> contributions, Present present)
            implements ExtensionFact {
        public OfElection {
            contributions = List.copyOf(contributions);
        }
    }

    /** One contribution to an attribute. */
    record Contribution(ConnectorSpaceObject object, ImportFlow flow, Content content) {}

    /**
     * A synchronization step.
     *
     * @param kind as run profiles name it, such as {@code full-sync}
     * @param result null before the step
     * @param changes counted by what they are called; empty before the step
     */
    record OfStep(
            String connector, String kind, String result, Map<String, Long> changes, Present present)
            implements ExtensionFact {
        public OfStep {
            changes = Map.copyOf(changes);
        }

        public boolean hasEnded() {
            return result != null;
        }
    }

    /** The time at which it is asked; it takes note of when the answer may change. */
    Present present();
}
