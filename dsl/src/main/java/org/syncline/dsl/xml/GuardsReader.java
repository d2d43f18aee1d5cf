package org.syncline.dsl.xml;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.syncline.dsl.ruleset.ChangeGuard;
import org.syncline.dsl.ruleset.ConnectedObjectType;
import org.syncline.dsl.ruleset.Guards;
import org.syncline.dsl.ruleset.Guards.ImportGuard;
import org.syncline.dsl.xml.binding.ExportGuard;
import org.syncline.dsl.xml.binding.ImportChangesGuard;

/** Reads guards. What isn't said keeps its default. */
final class GuardsReader {
    private static final String EVERY_TYPE = "";
    private static final double ALL = 1;
    private static final double PERCENT = 100;

    private final SourceFile file;
    private final List<ConnectedObjectType> types;

    /** @param types the object types of the connector */
    GuardsReader(SourceFile file, List<ConnectedObjectType> types) {
        this.file = file;
        this.types = types;
    }

    /** @param guards null for none */
    Guards read(org.syncline.dsl.xml.binding.Guards guards) {
        if (guards == null) {
            return Guards.DEFAULT;
        }
        List<Object> parts = guards.getParts();
        Parts.all(parts, ImportChangesGuard.class).forEach(guard -> file.unsupported(guard, "<import-changes>"));
        Map<String, ChangeGuard> exports = exports(parts);
        return new Guards(
                Parts.only(file, parts, org.syncline.dsl.xml.binding.ImportGuard.class)
                        .map(this::ofImport)
                        .orElse(Guards.DEFAULT.importGuard()),
                Optional.ofNullable(exports.remove(EVERY_TYPE)).orElse(ChangeGuard.EXPORTS),
                exports);
    }

    private ImportGuard ofImport(org.syncline.dsl.xml.binding.ImportGuard guard) {
        if (guard.getObjectType() != null) {
            file.unsupported(guard, "object-type", "object-type in <import> of guards");
        }
        return new ImportGuard(share(guard.getMinimumShare(), ALL), guard.getFloor());
    }

    /** The guards of exports by object type; one that names none is of {@link #EVERY_TYPE}. */
    private Map<String, ChangeGuard> exports(List<Object> parts) {
        Map<String, ChangeGuard> guards = new HashMap<>();
        ChangeGuardReader reader = new ChangeGuardReader(file);
        for (ExportGuard guard : Parts.all(parts, ExportGuard.class)) {
            String type = guard.getObjectType() == null ? EVERY_TYPE : guard.getObjectType();
            checkType(guard, type);
            if (guards.put(type, reader.read(guard, ChangeGuard.EXPORTS.deletes())) != null) {
                file.problem(guard, "There are two guards of the same exports",
                        "give each its own object-type; one may have none");
            }
        }
        return guards;
    }

    private void checkType(ExportGuard guard, String name) {
        boolean unknown = !name.equals(EVERY_TYPE) && types.stream().noneMatch(type -> type.type().name().equals(name));
        if (unknown) {
            List<String> known = types.stream().map(type -> type.type().name()).sorted().toList();
            file.problem(guard, "object-type", "The connector has no object type '" + name + "'",
                    Spelling.suggestion(name, known));
        } else if (limitsDisables(guard) && types.stream().noneMatch(type -> saysWhatIsDisabled(type, name))) {
            file.problem(guard, file.has(guard, "disables") ? "disables" : "disables-share",
                    "Nothing says which objects count as disabled, so none would ever be held",
                    "write <disabled><when>...</when></disabled> in the object type");
        }
    }

    private boolean limitsDisables(ExportGuard guard) {
        return file.has(guard, "disables") || file.has(guard, "disables-share");
    }

    private static boolean saysWhatIsDisabled(ConnectedObjectType type, String name) {
        return type.disabled() != null && (name.equals(EVERY_TYPE) || type.type().name().equals(name));
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
