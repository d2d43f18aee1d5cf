package org.syncline.platform.engine.story;

/**
 * What a company decides once.
 *
 * @param graceDays how long an identity outlives its last row in HR
 * @param staged whether accounts of ended identities are disabled first and deleted three days later
 * @param renames whether accounts are named after people, and renamed when those are
 * @param pageSize objects a page
 */
record Setting(int graceDays, boolean staged, boolean renames, int pageSize) {
    static final int DAYS_FROM_DISABLE_TO_DELETE = 3;

    @Override
    public String toString() {
        return "grace of " + graceDays + " days, " + (staged ? "deletes in stages, " : "")
                + (renames ? "renames, " : "") + "pages of " + pageSize;
    }
}
