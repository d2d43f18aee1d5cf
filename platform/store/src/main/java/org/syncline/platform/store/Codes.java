package org.syncline.platform.store;

import java.util.List;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.Link;
import org.syncline.schema.identity.Link.Origin;
import org.syncline.schema.identity.LinkState;
import org.syncline.schema.identity.ReferenceValue;

/** The numbers by which columns name states; the order of these lists never changes. */
final class Codes {
    static final int NO_IMPORT = 0;
    static final int IMPORT = 1;
    static final int IMPORT_OF_DELETE = 2;

    private static final int NO_ORIGIN = -1;
    private static final List<LinkState> STATES = List.of(
            LinkState.DISCONNECTED, LinkState.JOINED, LinkState.EXPLICITLY_DISCONNECTED, LinkState.FILTERED);
    private static final List<Origin> ORIGINS =
            List.of(Origin.JOIN, Origin.PROJECTION, Origin.PROVISIONING, Origin.MANUAL);
    static final int PROVISIONED = ORIGINS.indexOf(Origin.PROVISIONING);
    private static final List<Delta.Kind> KINDS =
            List.of(Delta.Kind.NONE, Delta.Kind.ADD, Delta.Kind.UPDATE, Delta.Kind.DELETE);
    private static final List<ReferenceValue.Form> FORMS =
            List.of(ReferenceValue.Form.KEY, ReferenceValue.Form.DN, ReferenceValue.Form.IDENTITY);

    private Codes() {}

    static int state(Link link) {
        return STATES.indexOf(link.state());
    }

    static int origin(Link link) {
        return link.origin() == null ? NO_ORIGIN : ORIGINS.indexOf(link.origin());
    }

    static Link link(int state, int origin, long identity) {
        return new Link(STATES.get(state), identity, origin == NO_ORIGIN ? null : ORIGINS.get(origin));
    }

    static boolean isFiltered(int state) {
        return STATES.get(state) == LinkState.FILTERED;
    }

    static int export(Delta.Kind kind) {
        return KINDS.indexOf(kind);
    }

    static int pendingImport(Delta delta) {
        return switch (delta.kind()) {
            case NONE -> NO_IMPORT;
            case ADD, UPDATE -> IMPORT;
            case DELETE -> IMPORT_OF_DELETE;
        };
    }

    static int form(ReferenceValue reference) {
        return FORMS.indexOf(reference.form());
    }

    static ReferenceValue reference(int form, String target) {
        return switch (FORMS.get(form)) {
            case KEY -> ReferenceValue.toKey(target);
            case DN -> ReferenceValue.toDn(target);
            case IDENTITY -> ReferenceValue.toIdentity(Long.parseLong(target));
        };
    }
}
