package org.syncline.connectors.script.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.syncline.connectors.spi.AnchorsSeen;
import org.syncline.connectors.spi.DiscoveryError;
import org.syncline.connectors.spi.ImportedChange;
import org.syncline.connectors.spi.Watermark;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.Delta;

/** What one import reports, taken part by part into pages. */
public final class Reports {
    private final Forms forms;
    private final boolean full;
    private final Map<String, AnchorsSeen> seen = new HashMap<>();
    private long count;

    /** @param full whether everything is read: an object comes once then, and one that the filter leaves out is not reported at all */
    public Reports(Forms forms, boolean full) {
        this.forms = forms;
        this.full = full;
    }

    /**
     * Takes a part of the import.
     *
     * @param kind object, patch, delete, error or watermark
     * @param place where it was said, for errors
     * @return whether there is such a kind
     */
    public boolean take(String kind, Fields message, String place, PageInProgress page) {
        switch (kind) {
            case "object" -> takeObject(message, place, page);
            case "patch" -> takePatch(message, place, page);
            case "delete" -> takeDeleted(message, place, page);
            case "error" -> takeError(message, place, page);
            case "watermark" -> page.add(new Watermark(message.text("value")));
            default -> {
                return false;
            }
        }
        return true;
    }

    private void takeObject(Fields message, String place, PageInProgress page) {
        ObjectForm form = forms.form(message);
        Map<String, Object> values = message.object(Forms.ATTRIBUTES);
        Anchor anchor = form.anchor(values);
        if (anchor == null) {
            page.add(withoutAnchor(form, place));
        } else if (isSecond(form, anchor)) {
            page.add(new DiscoveryError(DiscoveryError.Code.DUPLICATE_ANCHOR, form.type().name(), anchor, place,
                    "the object was delivered before; the first is read"));
        } else if (form.reads(values)) {
            List<String> complaints = new ArrayList<>();
            Attributes object = form.read(values, dn(message, complaints), complaints);
            if (complaints.isEmpty()) {
                page.add(new ImportedChange.Whole(anchor, object));
            } else {
                page.add(wrong(form, anchor, place, complaints));
            }
        } else if (!full) {
            page.add(new ImportedChange.Deleted(form.type().name(), anchor));
        }
    }

    private boolean isSecond(ObjectForm form, Anchor anchor) {
        return full
                && seen.computeIfAbsent(form.type().name(), type -> new AnchorsSeen()).seen(anchor, ++count) > 0;
    }

    private String dn(Fields message, List<String> complaints) {
        Optional<String> dn = message.optionalText("dn").filter(text -> !text.isEmpty());
        if (dn.isPresent() != forms.hasNames()) {
            complaints.add(forms.hasNames()
                    ? "'dn' is missing, although the capability distinguished-names is declared"
                    : "'dn' is given, although the capability distinguished-names is not declared");
        }
        return forms.hasNames() ? dn.orElse(null) : null;
    }

    private void takePatch(Fields message, String place, PageInProgress page) {
        ObjectForm form = forms.form(message);
        Anchor anchor = form.anchor(message.object(Forms.ANCHOR));
        List<String> complaints = new ArrayList<>();
        List<Delta.AttributeChange> changes = form.changes(message.object("add"), message.object("remove"), complaints);
        if (anchor == null) {
            page.add(withoutAnchor(form, place));
        } else if (complaints.isEmpty()) {
            page.add(new ImportedChange.Patch(form.type().name(), anchor, changes));
        } else {
            page.add(wrong(form, anchor, place, complaints));
        }
    }

    private void takeDeleted(Fields message, String place, PageInProgress page) {
        ObjectForm form = forms.form(message);
        Anchor anchor = form.anchor(message.object(Forms.ANCHOR));
        if (anchor == null) {
            page.add(withoutAnchor(form, place));
        } else {
            page.add(new ImportedChange.Deleted(form.type().name(), anchor));
        }
    }

    private void takeError(Fields message, String place, PageInProgress page) {
        Optional<ObjectForm> form = message.optionalText(Forms.OBJECT_TYPE).map(known -> forms.form(message));
        Map<String, Object> anchor = message.object(Forms.ANCHOR);
        page.add(new DiscoveryError(
                DiscoveryError.Code.INVALID_ATTRIBUTE_VALUE,
                form.map(known -> known.type().name()).orElse(null),
                form.map(known -> known.anchor(anchor)).orElse(null),
                message.optionalText("place").orElse(place),
                message.text("message")));
    }

    private static DiscoveryError withoutAnchor(ObjectForm form, String place) {
        return new DiscoveryError(DiscoveryError.Code.MISSING_ANCHOR, form.type().name(), null, place,
                "the anchor is missing or incomplete: " + form.anchorColumns());
    }

    private static DiscoveryError wrong(ObjectForm form, Anchor anchor, String place, List<String> complaints) {
        return new DiscoveryError(DiscoveryError.Code.INVALID_ATTRIBUTE_VALUE, form.type().name(), anchor, place,
                String.join("; ", complaints));
    }
}
