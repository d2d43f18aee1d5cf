package org.syncline.dsl.xml;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What stands in the files of a configuration folder that are read, whether it can be understood or not. */
public final class FolderContent {
    private FolderContent() {}

    /** The bytes of the files by their names, relative to the folder and with forward slashes. */
    public static Map<String, byte[]> of(Path folder) {
        return of(FolderFiles.of(folder, new Problems()));
    }

    static Map<String, byte[]> of(List<FolderFile> files) {
        Map<String, byte[]> content = new TreeMap<>();
        files.forEach(file -> content.put(file.name(), file.bytes()));
        return content;
    }

    /** The bytes of a file as text, in the encoding that it says it has. */
    public static String text(byte[] bytes) {
        return FileText.of(bytes).text();
    }
}
