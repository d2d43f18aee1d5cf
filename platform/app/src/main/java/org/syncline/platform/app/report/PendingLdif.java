package org.syncline.platform.app.report;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.syncline.platform.engine.operations.ShownExport;
import org.syncline.platform.engine.operations.ShownExport.Change;
import org.syncline.schema.identity.DistinguishedName;

/** Pending exports as LDIF change records (RFC 2849): for the eye and for comparing, since masked values are not the real ones. */
public final class PendingLdif implements PendingPrinter {
    private final PrintWriter out;

    public PendingLdif(PrintWriter out) {
        this.out = out;
        line("version: 1");
    }

    @Override
    public void print(ShownExport export) {
        line("");
        line("# " + export.kind() + " " + export.objectType() + (export.state() == null ? "" : ", " + export.state()));
        switch (export.kind()) {
            case "add" -> add(export);
            case "delete" -> begin(export.dn(), "delete");
            default -> update(export);
        }
    }

    private void begin(String dn, String change) {
        value("dn", dn, false);
        line("changetype: " + change);
    }

    private void add(ShownExport export) {
        begin(export.dn(), "add");
        export.changes()
                .forEach(change -> change.added().forEach(one -> value(change.attribute(), one, change.binary())));
    }

    private void update(ShownExport export) {
        if (export.newDn() != null) {
            begin(export.dn(), "modrdn");
            value("newrdn", DistinguishedName.rdn(export.newDn()), false);
            line("deleteoldrdn: 1");
            value("newsuperior", DistinguishedName.parent(export.newDn()), false);
        }
        if (!export.changes().isEmpty()) {
            if (export.newDn() != null) {
                line("");
            }
            begin(export.newDn() == null ? export.dn() : export.newDn(), "modify");
            export.changes().forEach(this::modify);
        }
    }

    private void modify(Change change) {
        if (change.multiValued()) {
            modification("delete", change, change.removed());
            modification("add", change, change.added());
        } else {
            line((change.added().isEmpty() ? "delete: " : "replace: ") + change.attribute());
            change.added().forEach(one -> value(change.attribute(), one, change.binary()));
            line("-");
        }
    }

    private void modification(String operation, Change change, List<String> values) {
        if (!values.isEmpty()) {
            line(operation + ": " + change.attribute());
            values.forEach(one -> value(change.attribute(), one, change.binary()));
            line("-");
        }
    }

    private void value(String attribute, String value, boolean base64) {
        if (base64) {
            line(attribute + ":: " + value);
        } else if (isSafe(value)) {
            line(attribute + ": " + value);
        } else {
            line(attribute + ":: "
                    + Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static boolean isSafe(String value) {
        boolean begins = value.isEmpty() || " :<".indexOf(value.charAt(0)) < 0;
        return begins && !value.endsWith(" ") && value.chars().allMatch(letter -> letter >= ' ' && letter < 127);
    }

    private void line(String line) {
        out.print(line + '\n');
    }
}
