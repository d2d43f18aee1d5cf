package org.syncline.dsl.xml;

import java.util.List;
import org.syncline.dsl.ruleset.ConnectedObjectType;
import org.syncline.dsl.ruleset.RunProfile;
import org.syncline.dsl.ruleset.RunProfile.Kind;
import org.syncline.dsl.ruleset.RunProfile.Step;
import org.syncline.dsl.ruleset.StepOptions;
import org.syncline.dsl.xml.binding.DeltaImport;
import org.syncline.dsl.xml.binding.DeltaSync;
import org.syncline.dsl.xml.binding.Export;
import org.syncline.dsl.xml.binding.FullImport;
import org.syncline.dsl.xml.binding.FullSync;
import org.syncline.dsl.xml.binding.IfRefused;
import org.syncline.dsl.xml.binding.ImportStep;
import org.syncline.dsl.xml.binding.RunStep;
import org.syncline.dsl.xml.binding.TransferStep;

/** Reads run profiles. */
final class RunProfileReader {
    private final SourceFile file;
    private final GuardsReader guards;
    private final AuditFileReader auditFiles;

    /** @param types the object types of the connector */
    RunProfileReader(SourceFile file, GuardsReader guards, List<ConnectedObjectType> types) {
        this.file = file;
        this.guards = guards;
        this.auditFiles = new AuditFileReader(file, types);
    }

    RunProfile read(org.syncline.dsl.xml.binding.RunProfile profile) {
        return new RunProfile(
                profile.getName(),
                profile.getSteps().stream().map(this::step).toList(),
                file.location(profile));
    }

    private Step step(RunStep step) {
        reportUnsupported(step, "partition", step.getPartition() != null);
        return new Step(
                kind(step), step.getPageSize() == null ? Step.DEFAULT_PAGE_SIZE : step.getPageSize(), options(step));
    }

    private StepOptions options(RunStep step) {
        return new StepOptions(
                step.getErrorLimit() == null ? StepOptions.DEFAULT.errorLimit() : step.getErrorLimit(),
                step instanceof TransferStep transfer && transfer.getGuards() != null
                        ? guards.read(transfer.getGuards())
                        : null,
                step instanceof ImportStep imported && imported.isStageOnly(),
                step instanceof DeltaImport delta && delta.getIfRefused() == IfRefused.FULL_IMPORT,
                step instanceof TransferStep transfer ? auditFiles.read(transfer) : null);
    }

    private void reportUnsupported(RunStep step, String attribute, boolean given) {
        if (given) {
            file.unsupported(step, attribute, attribute);
        }
    }

    private static Kind kind(RunStep step) {
        return switch (step) {
            case FullImport full -> Kind.FULL_IMPORT;
            case DeltaImport delta -> Kind.DELTA_IMPORT;
            case FullSync full -> Kind.FULL_SYNC;
            case DeltaSync delta -> Kind.DELTA_SYNC;
            case Export export -> Kind.EXPORT;
            default -> throw new IllegalStateException("No step: " + step.getClass());
        };
    }
}
