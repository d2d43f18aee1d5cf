package org.syncline.platform.engine.synchronization;

import java.util.List;
import org.syncline.dsl.expression.Present;
import org.syncline.dsl.ruleset.JoinRules;
import org.syncline.rules.join.Candidates;
import org.syncline.rules.join.JoinAttempts;
import org.syncline.rules.join.JoinDecision;
import org.syncline.schema.identity.ConnectorSpaceObject;

/** Tells how the join of an object was decided. */
final class JoinTrace {
    private final Trace trace;
    private final Present present;

    JoinTrace(Synchronization synchronization) {
        this.trace = synchronization.trace();
        this.present = synchronization.present();
    }

    void attempts(ConnectorSpaceObject object, List<JoinRules> rules, Candidates known) {
        if (trace.isOn()) {
            JoinAttempts.of(rules, object, object.hologram().imported(), present, known)
                    .forEach(attempt -> trace.note(
                            "join", object.title(), "'" + attempt.criterion() + "' (" + attempt.location()
                                    + ") compares " + attempt.keys() + ": " + attempt.outcome() + "."));
        }
    }

    void decision(ConnectorSpaceObject object, JoinDecision decision) {
        trace.note("join", object.title(), describe(decision));
        rule(object, decision);
    }

    private void rule(ConnectorSpaceObject object, JoinDecision decision) {
        switch (decision) {
            case JoinDecision.Join join -> rule(object, join.criterion());
            case JoinDecision.Ambiguous ambiguous -> rule(object, ambiguous.criterion());
            case JoinDecision.AlreadyJoined taken -> rule(object, taken.criterion());
            case JoinDecision.Project project -> trace.act(
                    "projection", object.id(), project.projection().name(), project.projection().location());
            case JoinDecision.StayDisconnected stay -> {
                // No rule decided it.
            }
            case JoinDecision.Failed failed -> {
                // It decided nothing.
            }
        }
    }

    private void rule(ConnectorSpaceObject object, JoinRules.Criterion criterion) {
        trace.act("join", object.id(), criterion.name(), criterion.location());
    }

    private static String describe(JoinDecision decision) {
        return switch (decision) {
            case JoinDecision.Join join ->
                    "Joins identity #" + join.identity() + " by '" + join.criterion().name() + "'.";
            case JoinDecision.Project project ->
                    "No identity matches; '" + project.projection().name() + "' makes a new one.";
            case JoinDecision.Ambiguous ambiguous ->
                    "Several identities match by '" + ambiguous.criterion().name() + "': "
                            + ambiguous.identities();
            case JoinDecision.AlreadyJoined taken ->
                    "Identity #" + taken.identity() + " matches but has such an account already.";
            case JoinDecision.StayDisconnected stay -> "Stays disconnected: " + stay.reason();
            case JoinDecision.Failed failed -> "Failed: " + failed.message();
        };
    }
}
