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
import org.syncline.schema.identity.Partition;
import org.syncline.schema.identity.Partitions;

/** Reads run profiles. */
final class RunProfileReader {
    private final SourceFile file;
    private final GuardsReader guards;
    private final AuditFileReader auditFiles;
    private final Partitions partitions;

    /**
     * @param types the object types of the connector
     * @param partitions of the connector
     */
    RunProfileReader(
            SourceFile file, GuardsReader guards, List<ConnectedObjectType> types, Partitions partitions) {
        this.partitions = partitions;
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
        checkPartition(step);
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
                step.getPartition(),
                step instanceof TransferStep transfer ? auditFiles.read(transfer) : null);
    }

    private void checkPartition(RunStep step) {
        String name = step.getPartition();
        if (name == null) {
            return;
        }
        if (!(step instanceof ImportStep)) {
            file.problem(step, "partition", "Only an import can be of one partition", "leave partition out");
        } else if (partitions.named(name).isEmpty()) {
            List<String> names = partitions.all().stream().map(Partition::name).sorted().toList();
            file.problem(step, "partition", "The connector has no partition '" + name + "'",
                    names.isEmpty()
                            ? "write <partition name=\"" + name + "\" base=\"...\"/> before the object types"
                            : Spelling.suggestion(name, names));
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
