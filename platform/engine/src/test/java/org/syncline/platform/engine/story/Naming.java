package org.syncline.platform.engine.story;

/** What accounts are called. */
enum Naming {
    /** By what they log on with, for good. */
    BY_LOGON("accounts named once"),
    /** After their owners, whose names change. */
    BY_OWNER("accounts renamed with their owners"),
    /** After their owners, and below the unit of these, which is opened, renamed and closed. */
    BY_UNIT("accounts renamed with their owners and moved with these between units");

    private final String words;

    Naming(String words) {
        this.words = words;
    }

    boolean renames() {
        return this != BY_LOGON;
    }

    @Override
    public String toString() {
        return words;
    }
}
