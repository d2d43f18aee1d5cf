package org.syncline.dsl.extension.drools;

import java.util.List;
import java.util.Map;
import org.syncline.dsl.extension.ObjectView;
import org.syncline.dsl.ruleset.ExtensionFact;

/** An object that several identities match, of which a rule says to which one it belongs. */
public final class JoinResolution extends RuleFact<org.syncline.dsl.ruleset.JoinResolution> {
    private final ExtensionFact.OfJoin fact;
    private final Map<String, Object> source;
    private final List<Candidate> candidates;

    JoinResolution(ExtensionFact.OfJoin fact) {
        super(fact.present());
        this.fact = fact;
        this.source = new ObjectView(fact.object().hologram().imported());
        this.candidates = fact.candidates().stream().map(Candidate::new).toList();
    }

    /** The name of the connector. */
    public String getConnector() {
        return fact.object().connector();
    }

    public String getObjectType() {
        return fact.object().type().name();
    }

    /** The name of the criterion that several identities meet. */
    public String getCriterion() {
        return fact.criterion().name();
    }

    /** The attributes of the object. */
    public Map<String, Object> getSource() {
        return source;
    }

    public List<Candidate> getCandidates() {
        return candidates;
    }

    /** Joins the object to one of the candidates. */
    public void join(Candidate candidate) {
        choose(candidate.number());
    }

    /** Joins it to none of them: the next criterion is tried. */
    public void joinNobody() {
        choose(org.syncline.dsl.ruleset.JoinResolution.NOBODY);
    }

    private void choose(long identity) {
        if (isGiven(chosen -> chosen.identity() != identity)) {
            throw new IllegalStateException("Another identity is chosen already; rules must agree on one");
        }
        give(new org.syncline.dsl.ruleset.JoinResolution(identity, firing().name(), firing().location()));
    }
}
