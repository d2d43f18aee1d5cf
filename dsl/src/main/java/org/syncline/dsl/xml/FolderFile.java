package org.syncline.dsl.xml;

/**
 * One file of a configuration folder.
 *
 * @param place where it lies, one of {@link FilePlaces}
 * @param name relative to the folder, with forward slashes
 */
record FolderFile(String place, String name, byte[] bytes) {

    /** Whether it holds rules in another language than XML. */
    boolean isProgram() {
        return FilePlaces.isOfRules(place) && Programs.isProgram(name);
    }

    /** The name without folder and ending. */
    String baseName() {
        return name.substring(name.lastIndexOf('/') + 1, name.lastIndexOf('.'));
    }
}
