package org.syncline.dsl.xml;

import java.util.Set;
import java.util.stream.Collectors;
import org.syncline.dsl.xml.binding.AllowClass;
import org.syncline.dsl.xml.binding.Syncline;

/** Reads which classes programs may use beside the usual ones. */
final class AllowedClassesReader {
    private final Document<Syncline> document;

    AllowedClassesReader(Document<Syncline> document) {
        this.document = document;
    }

    Set<String> read() {
        return document.root().getAllowClass().stream()
                .filter(this::exists)
                .map(AllowClass::getName)
                .collect(Collectors.toSet());
    }

    private boolean exists(AllowClass allowed) {
        try {
            Class.forName(allowed.getName(), false, AllowedClassesReader.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError unknown) {
            document.file().problem(allowed, "name", "There is no class '" + allowed.getName() + "'",
                    "write its full name, such as java.util.UUID; a class of your own has to be on the class path");
            return false;
        }
    }
}
