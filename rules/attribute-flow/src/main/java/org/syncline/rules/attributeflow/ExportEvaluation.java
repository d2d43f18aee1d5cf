package org.syncline.rules.attributeflow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.syncline.dsl.expression.Answers;
import org.syncline.dsl.expression.Connection;
import org.syncline.dsl.expression.Evaluation;
import org.syncline.dsl.expression.Present;
import org.syncline.dsl.ruleset.AttributeFlows.ExportFlow;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.ReferenceValue;
import org.syncline.schema.identity.TextValue;
import org.syncline.schema.identity.Value;

/** Evaluates export flows in the form the target holds their values. */
final class ExportEvaluation {

    /** Values for the target, and the identities referred to that have no account there. */
    record Fitted(List<Value> values, List<Long> owed) {}

    private final Outgoing outgoing;
    private final OutgoingReferences references;
    private final FlowEvaluation ofAccount;
    private final FlowEvaluation ofIdentity;
    private final NamingAttribute naming;
    private final Answers answers;
    private final Present present;
    private final Set<Connection> connections = new HashSet<>();

    ExportEvaluation(Outgoing outgoing, OutgoingReferences references, Answers answers, Present present) {
        this.outgoing = outgoing;
        this.references = references;
        this.answers = answers;
        this.present = present;
        outgoing.accounts()
                .forEach(account -> connections.add(new Connection(account.connector(), account.type().name())));
        this.ofAccount = over(outgoing.base());
        this.ofIdentity = over(outgoing.identity().attributes());
        this.naming = new NamingAttribute(outgoing.account().dn());
    }

    private FlowEvaluation over(Attributes source) {
        Evaluation evaluation = new Evaluation(present, answers)
                .source(source)
                .target(outgoing.base())
                .anchor(outgoing.account().anchor())
                .identity(outgoing.identity().id())
                .connectedTo(connections);
        return new FlowEvaluation(source, evaluation);
    }

    /** The account as the scope of its flows sees it. */
    FlowEvaluation ofAccount() {
        return ofAccount;
    }

    /** Whether an attribute is part of the name that the account has. */
    boolean isNaming(String attribute) {
        return naming.is(attribute);
    }

    boolean meets(ExportFlow flow) {
        return ofIdentity.meets(flow.when());
    }

    Content content(ExportFlow flow) {
        return ofIdentity.content(flow.from(), flow.value());
    }

    /** Null where the whole of what flows has to be looked at. */
    OutgoingReferences.Led led(ExportFlow flow) {
        return references.led(flow);
    }

    /** What flowed before this pass and may have been brought by us; nothing where that cannot be said. */
    List<Value> contentBefore(ExportFlow flow, AttributeDefinition target) {
        if (outgoing.before() == outgoing.identity()) {
            return List.of();
        }
        try {
            FlowEvaluation ofIdentityBefore = over(outgoing.before().attributes());
            return fit(ofIdentityBefore.content(flow.from(), flow.value()), target).values();
        } catch (FlowProblem problem) {
            return List.of();
        }
    }

    Fitted fit(Content content, AttributeDefinition target) {
        List<Value> values = new ArrayList<>(content.count());
        List<Long> owed = new ArrayList<>();
        for (Value value : content.asList()) {
            if (value instanceof ReferenceValue reference && reference.form() == ReferenceValue.Form.IDENTITY) {
                refer(reference.identity(), target, values, owed);
            } else {
                values.add(asReference(value, target));
            }
        }
        return new Fitted(Fitting.fit(values, target), owed);
    }

    private void refer(long identity, AttributeDefinition target, List<Value> values, List<Long> owed) {
        ReferenceValue account = references.accountOf(identity, target.name());
        if (account == null) {
            owed.add(identity);
        } else {
            values.add(account);
        }
    }

    /** A text that flows to a reference names its target as the system does. */
    private Value asReference(Value value, AttributeDefinition target) {
        if (target.type() != AttributeType.REFERENCE || !(value instanceof TextValue text)) {
            return value;
        }
        return outgoing.dn() == null ? ReferenceValue.toKey(text.text()) : ReferenceValue.toDn(text.text());
    }
}
