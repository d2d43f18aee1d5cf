package org.syncline.dsl.extension.drools;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.syncline.dsl.expression.KnownResult;
import org.syncline.dsl.extension.ObjectView;
import org.syncline.dsl.ruleset.AttributeFlows;
import org.syncline.dsl.ruleset.AttributeFlows.Merge;
import org.syncline.dsl.ruleset.ExtensionFact;
import org.syncline.schema.identity.Absence;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.Value;

/** An object, of which rules say what flows into its identity. */
public final class ImportFlow extends RuleFact<AttributeFlows.ImportFlow> {
    private final ExtensionFact.OfImport fact;
    private final Map<String, Object> source;
    private final Map<String, Object> identity;

    ImportFlow(ExtensionFact.OfImport fact) {
        super(fact.present());
        this.fact = fact;
        this.source = new ObjectView(fact.object().hologram().known());
        this.identity = new ObjectView(fact.identity().attributes());
    }

    /** The name of the connector. */
    public String getConnector() {
        return fact.object().connector();
    }

    public String getObjectType() {
        return fact.object().type().name();
    }

    public String getMetaverseType() {
        return fact.identity().type().name();
    }

    public String getAnchor() {
        return fact.object().anchor() == null ? null : fact.object().anchor().text();
    }

    /** The attributes of the object. */
    public Map<String, Object> getSource() {
        return source;
    }

    /** The attributes of the identity as they were before. */
    public Map<String, Object> getIdentity() {
        return identity;
    }

    /** Brings a value, or several; none of anything is nothing. */
    public void contribute(String attribute, Object value, int precedence) {
        bring(attribute, value, precedence, Merge.UPDATE);
    }

    /** Brings a value to an attribute that nobody else fills. */
    public void contribute(String attribute, Object value) {
        contribute(attribute, value, AttributeFlows.ImportFlow.ONLY);
    }

    /** Brings values beside those of others. */
    public void merge(String attribute, Object value, int precedence) {
        bring(attribute, value, precedence, Merge.MERGE);
    }

    /** Clears an attribute and asks nobody else. */
    public void clear(String attribute, int precedence) {
        bring(attribute, Absence.AUTHORITATIVE_NULL, precedence, Merge.UPDATE);
    }

    /** Leaves an attribute as it is, whatever those say that come later. */
    public void leave(String attribute, int precedence) {
        bring(attribute, Absence.IGNORE_THIS_FLOW, precedence, Merge.UPDATE);
    }

    /** What one rule brings to one attribute in several firings is one contribution. */
    private void bring(String attribute, Object value, int precedence, Merge merge) {
        KnownResult result = result(value);
        if (hasSpoken()) {
            result = withWhatWasBrought(attribute, result, precedence, merge);
        }
        give(new AttributeFlows.ImportFlow(
                firing().name(), null, result, attribute, precedence, null, merge, false, firing().location()));
    }

    private KnownResult withWhatWasBrought(String attribute, KnownResult result, int precedence, Merge merge) {
        AttributeFlows.ImportFlow before = alreadyGiven(flow -> flow.to().equals(attribute)
                && flow.precedence() == precedence
                && flow.merge() == merge
                && ((KnownResult) flow.value()).content().isPresent());
        if (before == null || !result.content().isPresent()) {
            return result;
        }
        withdraw(before);
        return result(together(((KnownResult) before.value()).content(), result.content()));
    }

    private static Content together(Content before, Content more) {
        List<Value> values = new ArrayList<>(before.asList());
        values.addAll(more.asList());
        return Content.of(values);
    }
}
