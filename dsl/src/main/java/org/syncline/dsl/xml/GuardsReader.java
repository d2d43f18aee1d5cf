package org.syncline.dsl.xml;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.glassfish.jaxb.core.Locatable;
import org.syncline.dsl.ruleset.ChangeGuard;
import org.syncline.dsl.ruleset.ChangeGuard.Limit;
import org.syncline.dsl.ruleset.ConnectedObjectType;
import org.syncline.dsl.ruleset.Guards;
import org.syncline.dsl.ruleset.Guards.ImportGuard;
import org.syncline.dsl.xml.binding.ExportGuard;
import org.syncline.dsl.xml.binding.ImportChangesGuard;
import org.syncline.dsl.xml.binding.OnBreach;
import org.syncline.dsl.xml.binding.OnError;

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
        Map<String, ImportGuard> imports = imports(parts);
        Map<String, ChangeGuard> importChanges =
                changes(Parts.all(parts, ImportChangesGuard.class), Limit.NONE, "imported changes");
        Map<String, ChangeGuard> exports =
                changes(Parts.all(parts, ExportGuard.class), ChangeGuard.EXPORTS.deletes(), "exports");
        reportHoldKind(parts);
        return new Guards(
                Optional.ofNullable(imports.remove(EVERY_TYPE)).orElse(Guards.DEFAULT.importGuard()),
                imports,
                Optional.ofNullable(importChanges.remove(EVERY_TYPE)).orElse(ChangeGuard.NONE),
                importChanges,
                Optional.ofNullable(exports.remove(EVERY_TYPE)).orElse(ChangeGuard.EXPORTS),
                exports);
    }

    /** The read guards by object type; one that names none is of {@link #EVERY_TYPE}. */
    private Map<String, ImportGuard> imports(List<Object> parts) {
        Map<String, ImportGuard> guards = new HashMap<>();
        for (org.syncline.dsl.xml.binding.ImportGuard guard : Parts.all(parts,
                org.syncline.dsl.xml.binding.ImportGuard.class)) {
            String type = nameOf(guard.getObjectType());
            checkType(guard, type);
            ImportGuard read = new ImportGuard(share(guard.getMinimumShare(), ALL), guard.getFloor(),
                    guard.getOnError() == OnError.HOLD);
            if (guards.put(type, read) != null) {
                reportSecond(guard, "imports");
            }
        }
        return guards;
    }

    /** The guards of changes by object type; one that names none is of {@link #EVERY_TYPE}. */
    private Map<String, ChangeGuard> changes(
            List<? extends org.syncline.dsl.xml.binding.ChangeGuard> parts, Limit deletes, String what) {
        Map<String, ChangeGuard> guards = new HashMap<>();
        ChangeGuardReader reader = new ChangeGuardReader(file);
        for (org.syncline.dsl.xml.binding.ChangeGuard guard : parts) {
            String type = nameOf(guard.getObjectType());
            if (checkType(guard, type)) {
                checkDisables(guard, type);
            }
            if (guards.put(type, reader.read(guard, deletes)) != null) {
                reportSecond(guard, what);
            }
        }
        return guards;
    }

    private static String nameOf(String objectType) {
        return objectType == null ? EVERY_TYPE : objectType;
    }

    private void reportSecond(Locatable guard, String what) {
        file.problem(guard, "There are two guards of the same " + what,
                "give each its own object-type; one may have none");
    }

    private void reportHoldKind(List<Object> parts) {
        Parts.all(parts, ImportChangesGuard.class).stream()
                .filter(guard -> guard.getOnBreach() == OnBreach.HOLD_KIND)
                .forEach(guard -> file.problem(guard, "on-breach",
                        "An import is synchronized as a whole or held as a whole", "leave on-breach out"));
    }

    /** Whether the connector has the object type. */
    private boolean checkType(Locatable guard, String name) {
        boolean known = name.equals(EVERY_TYPE) || types.stream().anyMatch(type -> type.type().name().equals(name));
        if (!known) {
            List<String> names = types.stream().map(type -> type.type().name()).sorted().toList();
            file.problem(guard, "object-type", "The connector has no object type '" + name + "'",
                    Spelling.suggestion(name, names));
        }
        return known;
    }

    private void checkDisables(Locatable guard, String name) {
        if (limitsDisables(guard) && types.stream().noneMatch(type -> saysWhatIsDisabled(type, name))) {
            file.problem(guard, file.has(guard, "disables") ? "disables" : "disables-share",
                    "Nothing says which objects count as disabled, so none would ever be held",
                    "write <disabled><when>...</when></disabled> in the object type");
        }
    }

    private boolean limitsDisables(Locatable guard) {
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
