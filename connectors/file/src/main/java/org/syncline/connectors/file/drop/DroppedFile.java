package org.syncline.connectors.file.drop;

import java.nio.file.Path;

/**
 * A file that was taken out of the folder to be read.
 *
 * @param number in the order in which files are read
 * @param name under which it was dropped
 * @param kind what it is about
 * @param path where it lies now
 * @param isNew whether it is not known yet that what it says is stored
 */
public record DroppedFile(long number, String name, FileKind kind, Path path, boolean isNew) {

    DroppedFile at(Path place, boolean stillNew) {
        return new DroppedFile(number, name, kind, place, stillNew);
    }
}
