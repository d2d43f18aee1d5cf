package org.syncline.platform.engine.story;

/**
 * What the server of the directory is able to do.
 *
 * @param readsOne whether it can be asked for one object
 * @param mendsReferences whether it has referential integrity
 * @param tellsValues whether its delta tells single values, and not whole objects
 */
record Server(boolean readsOne, boolean mendsReferences, boolean tellsValues) {

    /** One that tells whole objects. */
    Server(boolean readsOne, boolean mendsReferences) {
        this(readsOne, mendsReferences, false);
    }

    /** As they are written for the connector. */
    String settings() {
        return setting("read-one", readsOne) + setting("mends-references", mendsReferences)
                + setting("patches", tellsValues);
    }

    private static String setting(String name, boolean value) {
        return "<setting name=\"" + name + "\" value=\"" + value + "\"/>";
    }

    @Override
    public String toString() {
        return "a directory that " + (readsOne ? "reads" : "does not read") + " single objects and "
                + (mendsReferences ? "mends" : "does not mend") + " references and tells "
                + (tellsValues ? "values" : "objects");
    }
}
