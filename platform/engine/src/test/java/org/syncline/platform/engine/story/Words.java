package org.syncline.platform.engine.story;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.syncline.platform.engine.run.ObjectError;
import org.syncline.platform.engine.run.StepReport;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Hologram;

/** Says what is there, for whoever reads of a failure. */
final class Words {
    private Words() {}

    static List<String> of(Staged staged) {
        List<String> lines = new ArrayList<>();
        staged.objects().forEach(object -> lines.add("  there is " + of(object)));
        staged.identities().forEach(identity -> lines.add("  there is identity #" + identity.id()
                + (identity.isEnding() ? " ending " : " ") + identity.attributes()));
        staged.errors().forEach(error -> lines.add("  there is " + of(error)));
        return lines;
    }

    static String of(ConnectorSpaceObject object) {
        Hologram hologram = object.hologram();
        return object.connector() + " #" + object.id() + " " + object.anchor() + " " + object.link().state()
                + (object.link().isJoined() ? " to #" + object.link().identity() + " by " + object.link().origin() : "")
                + (object.isDraft() ? " draft " + object.draft() : "") + " known " + hologram.known()
                + " import " + hologram.pendingImport() + " unconfirmed " + hologram.unconfirmedExport()
                + " export " + hologram.pendingExport();
    }

    static String of(ObjectError error) {
        return error.origin() + " error " + error.code() + " of " + error.connector() + " #" + error.object() + " "
                + error.title() + ": " + error.message();
    }

    static String of(List<StepReport> reports) {
        return reports.stream().map(Words::of).collect(Collectors.joining("; "));
    }

    static String of(StepReport report) {
        return report.request() + " " + report.result().text() + " " + report.counters().asMap()
                + (report.message() == null ? "" : " " + report.message());
    }
}
