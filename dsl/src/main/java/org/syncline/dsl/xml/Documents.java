package org.syncline.dsl.xml;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The files of a folder, parsed and bound. */
final class Documents {
    private final KnownFiles reader;
    private final RuleLibrary library;
    private final Problems problems;
    private final List<Document<Object>> documents = new ArrayList<>();
    private final Set<String> notUnderstood = new LinkedHashSet<>();

    Documents(KnownFiles reader, RuleLibrary library, Problems problems) {
        this.reader = reader;
        this.library = library;
        this.problems = problems;
    }

    void read(FolderFile found) {
        FileText.Decoded decoded = FileText.of(found.bytes());
        SourceFile file = new SourceFile(found.name(), new SourceText(decoded.text()), problems);
        if (decoded.problem() != null) {
            file.problem(decoded.text().length(), decoded.problem(), decoded.suggestion());
        }
        Object root = decoded.problem() == null ? reader.read(file, FilePlaces.roots(found.place())) : null;
        if (root == null) {
            notUnderstood.add(found.place() + "/" + found.baseName());
        } else {
            documents.add(complete(found, new Document<>(file, root)));
        }
    }

    /** With what it includes. */
    private Document<Object> complete(FolderFile found, Document<Object> document) {
        return Inclusion.of(document.file(), document.root(), library)
                .map(expanded -> new Document<>(expanded, reader.read(expanded, FilePlaces.roots(found.place()))))
                .filter(expanded -> expanded.root() != null)
                .orElse(document);
    }

    /** The text of each file that includes something, with what it includes, by the name of the file. */
    Map<String, String> expanded() {
        return documents.stream()
                .map(Document::file)
                .filter(SourceFile::isExpanded)
                .collect(Collectors.toMap(SourceFile::name, file -> file.text().text()));
    }

    /** Those of one kind, in the order of their names. */
    <T> List<Document<T>> of(Class<T> kind) {
        return documents.stream()
                .filter(document -> kind.isInstance(document.root()))
                .map(document -> new Document<>(document.file(), kind.cast(document.root())))
                .toList();
    }

    /** Those that were understood. */
    List<SourceFile> files() {
        return documents.stream().map(Document::file).toList();
    }

    /** Whether there is a file of this name in a place that could not be understood at all. */
    boolean isNotUnderstood(String place, String baseName) {
        return notUnderstood.contains(place + "/" + baseName);
    }
}
