package org.syncline.dsl.xml;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.syncline.dsl.ruleset.AuditFile;
import org.syncline.dsl.ruleset.AuditFile.Use;
import org.syncline.dsl.ruleset.ConnectedObjectType;
import org.syncline.dsl.xml.binding.AfterDrop;
import org.syncline.dsl.xml.binding.DeltaImport;
import org.syncline.dsl.xml.binding.Export;
import org.syncline.dsl.xml.binding.IfRefused;
import org.syncline.dsl.xml.binding.TransferStep;

/** Reads what a step says of audit files. */
final class AuditFileReader {
    private static final String DROP = "drop-file";
    private static final String RESUME = "resume-file";
    private static final List<Path> PLACES = List.of(Path.of(".syncline"), Path.of("data"));

    private final SourceFile file;
    private final List<ConnectedObjectType> types;

    /** @param types the object types of the connector */
    AuditFileReader(SourceFile file, List<ConnectedObjectType> types) {
        this.file = file;
        this.types = types;
    }

    /** Null for none. */
    AuditFile read(TransferStep step) {
        if (step.getResumeFile() != null) {
            checkResume(step);
            return new AuditFile(Use.RESUME, checkPath(step, RESUME, step.getResumeFile()));
        }
        if (step.getDropFile() != null) {
            checkAnchors(step);
            Use use = step.getAfterDrop() == AfterDrop.CONTINUE ? Use.DROP_AND_CONTINUE : Use.DROP_AND_STOP;
            return new AuditFile(use, checkPath(step, DROP, step.getDropFile()));
        }
        if (file.has(step, "after-drop")) {
            file.problem(step, "after-drop", "Nothing is dropped", "add drop-file, or leave after-drop out");
        }
        return null;
    }

    private void checkResume(TransferStep step) {
        if (step.getDropFile() != null) {
            file.problem(step, DROP, "A step cannot drop the audit file it resumes", "give either drop-file or "
                    + RESUME);
        }
        if (step instanceof Export) {
            file.problem(step, RESUME, "An export sends what is pending now, and no file says what that is",
                    "leave resume-file out; drop-file writes what is pending");
        }
        if (step instanceof DeltaImport delta && delta.getIfRefused() == IfRefused.FULL_IMPORT) {
            file.problem(step, "if-refused", "A step that resumes an audit file asks no system",
                    "leave if-refused out");
        }
    }

    /** Audit files hold the data of people: they belong where nobody looks for rules, and nothing is versioned. */
    private String checkPath(TransferStep step, String attribute, String written) {
        try {
            Path path = Path.of(written).normalize();
            if (!path.isAbsolute() && PLACES.stream().noneMatch(place -> isBelow(path, place))) {
                file.problem(step, attribute, "Audit files lie in .syncline/ or data/",
                        "write .syncline/audit/" + path.getFileName()
                                + "; a file outside the folder is named by its absolute path");
            }
        } catch (InvalidPathException impossible) {
            file.problem(step, attribute, "'" + written + "' names no file", "write .syncline/audit/NAME.xml");
        }
        return written;
    }

    private static boolean isBelow(Path path, Path place) {
        return path.startsWith(place) && path.getNameCount() > place.getNameCount();
    }

    /** Objects are named by their anchors, which cannot be masked. */
    private void checkAnchors(TransferStep step) {
        types.stream()
                .filter(type -> type.attributes().stream()
                        .filter(attribute -> type.anchor().contains(attribute.column()))
                        .anyMatch(attribute -> type.type().attribute(type.type().index(attribute.name())).sensitive()))
                .findFirst()
                .ifPresent(type -> file.problem(step, DROP,
                        "The anchor of '" + type.type().name() + "' is sensitive, and an audit file names every"
                                + " object by its anchor",
                        "leave drop-file out"));
    }
}
