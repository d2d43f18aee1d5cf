package org.syncline.dsl.extension.drools;

import java.util.Map;
import org.syncline.dsl.extension.ObjectView;
import org.syncline.dsl.ruleset.AttributeFlows;
import org.syncline.dsl.ruleset.AttributeFlows.Compare;
import org.syncline.dsl.ruleset.ExtensionFact;

/** An account, of which rules say what flows into it from its identity. */
public final class ExportFlow extends RuleFact<AttributeFlows.ExportFlow> {
    private final ExtensionFact.OfExport fact;
    private final Map<String, Object> identity;
    private final Map<String, Object> target;

    ExportFlow(ExtensionFact.OfExport fact) {
        super(fact.present());
        this.fact = fact;
        this.identity = new ObjectView(fact.identity().attributes());
        this.target = new ObjectView(
                fact.account().isDraft() ? fact.account().draft() : fact.account().hologram().exported());
    }

    /** The name of the connector. */
    public String getConnector() {
        return fact.account().connector();
    }

    public String getObjectType() {
        return fact.account().type().name();
    }

    public String getMetaverseType() {
        return fact.identity().type().name();
    }

    /** The attributes of the identity. */
    public Map<String, Object> getIdentity() {
        return identity;
    }

    /** The attributes of the account as it is, or as it will be created. */
    public Map<String, Object> getTarget() {
        return target;
    }

    /** Whether the account does not exist yet. */
    public boolean isNew() {
        return fact.account().isDraft();
    }

    /** Has a value flow, or several; of nothing, the account keeps what it has. */
    public void contribute(String attribute, Object value) {
        flow(attribute, value, false, false);
    }

    /** Has a value flow into the creation of the account and never again. */
    public void contributeInitially(String attribute, Object value) {
        flow(attribute, value, true, false);
    }

    /** Takes what the account has. */
    public void clear(String attribute) {
        flow(attribute, null, false, true);
    }

    private void flow(String attribute, Object value, boolean initialOnly, boolean allowNull) {
        give(new AttributeFlows.ExportFlow(
                firing().name(), null, result(value), attribute, initialOnly, allowNull, Compare.EXACT, 0, false, null,
                firing().location()));
    }
}
