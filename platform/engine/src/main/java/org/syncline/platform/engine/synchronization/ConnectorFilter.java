package org.syncline.platform.engine.synchronization;

import org.syncline.dsl.expression.Evaluation;
import org.syncline.dsl.expression.Expression;
import org.syncline.dsl.ruleset.ConnectedObjectType;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Link;
import org.syncline.schema.identity.LinkState;

/** Which objects the filters of their connectors keep out. */
final class ConnectorFilter {
    private final Synchronization synchronization;
    private final Page page;

    ConnectorFilter(Synchronization synchronization, Page page) {
        this.synchronization = synchronization;
        this.page = page;
    }

    /** What a person, or an outcome, decided about the link is not the filter's to decide. */
    boolean keepsOut(ConnectorSpaceObject object) {
        Expression filter = synchronization.rules().objectType(object).map(ConnectedObjectType::filter).orElse(null);
        boolean isDecided = object.link().origin() == Link.Origin.MANUAL
                || object.link().state() == LinkState.EXPLICITLY_DISCONNECTED;
        return filter != null && !isDecided && filter.holds(evaluation(object));
    }

    private Evaluation evaluation(ConnectorSpaceObject object) {
        return Evaluation.at(page.present(object))
                .source(object.hologram().imported())
                .anchor(object.anchor());
    }
}
