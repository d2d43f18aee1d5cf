package org.syncline.dsl.xml;

import java.util.List;
import java.util.Optional;
import org.syncline.dsl.ruleset.Guards;
import org.syncline.dsl.ruleset.Guards.ExportGuard;
import org.syncline.dsl.ruleset.Guards.ImportGuard;
import org.syncline.dsl.xml.binding.ImportChangesGuard;
import org.syncline.dsl.xml.binding.OnBreach;

/** Reads guards. What isn't said keeps its default. */
final class GuardsReader {
    private static final double ALL = 1;
    private static final double PERCENT = 100;

    private final SourceFile file;

    GuardsReader(SourceFile file) {
        this.file = file;
    }

    /** @param guards null for none */
    Guards read(org.syncline.dsl.xml.binding.Guards guards) {
        if (guards == null) {
            return Guards.DEFAULT;
        }
        List<Object> parts = guards.getParts();
        Parts.all(parts, ImportChangesGuard.class).forEach(guard -> file.unsupported(guard, "<import-changes>"));
        return new Guards(
                Parts.only(file, parts, org.syncline.dsl.xml.binding.ImportGuard.class)
                        .map(this::ofImport)
                        .orElse(Guards.DEFAULT.importGuard()),
                Parts.only(file, parts, org.syncline.dsl.xml.binding.ExportGuard.class)
                        .map(this::ofExport)
                        .orElse(Guards.DEFAULT.exportGuard()));
    }

    private ImportGuard ofImport(org.syncline.dsl.xml.binding.ImportGuard guard) {
        if (guard.getObjectType() != null) {
            file.unsupported(guard, "object-type", "object-type in <import> of guards");
        }
        return new ImportGuard(share(guard.getMinimumShare(), ALL), guard.getFloor());
    }

    private ExportGuard ofExport(org.syncline.dsl.xml.binding.ExportGuard guard) {
        if (guard.getObjectType() != null) {
            file.unsupported(guard, "object-type", "object-type in <export> of guards");
        }
        boolean limitsDeletes = guard.getDeletes() != null;
        return new ExportGuard(
                limit(guard.getAdds()),
                limit(guard.getUpdates()),
                limit(guard.getDeletes()),
                limit(guard.getDisables()),
                share(guard.getAddsShare(), ALL),
                share(guard.getUpdatesShare(), ALL),
                share(guard.getDeletesShare(), limitsDeletes ? ALL : ExportGuard.DEFAULT.deletesShare()),
                share(guard.getDisablesShare(), ALL),
                clearedValues(guard),
                guard.getFloor(),
                Periods.of(guard.getWindow()),
                guard.getOnBreach() == OnBreach.HOLD_ALL);
    }

    private static int limit(Integer written) {
        return Optional.ofNullable(written).orElse(ExportGuard.UNLIMITED);
    }

    private double clearedValues(org.syncline.dsl.xml.binding.ExportGuard guard) {
        String written = guard.getClearedValues();
        if (written != null && !written.endsWith("%")) {
            file.unsupported(guard, "cleared-values", "cleared-values as a number");
            return ALL;
        }
        return share(written, ALL);
    }

    /** A share from 0 to 1; what cannot be read was reported and counts as the strictest. */
    private static double share(String written, double otherwise) {
        try {
            return written == null ? otherwise : Double.parseDouble(written.replace("%", "")) / PERCENT;
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
