package org.syncline.platform.engine.story;

/**
 * What a company decides once.
 *
 * @param graceDays how long an identity outlives its last row in HR and at the agency
 * @param staged whether accounts of ended identities are disabled first and deleted three days later
 * @param naming of accounts
 * @param recreates whether an account that somebody deleted is created again, instead of being reported
 * @param server of the directory
 * @param partitioned whether the directory has two partitions, each imported by a step of its own
 * @param pageSize objects a page
 * @param threads that evaluate rules
 */
record Setting(
        int graceDays, boolean staged, Naming naming, boolean recreates, Server server, boolean partitioned,
        int pageSize,
        int threads) {
    static final int DAYS_FROM_DISABLE_TO_DELETE = 3;
    static final int CONTRADICTIONS_TO_HOLD = 3;

    Setting withThreads(int number) {
        return new Setting(graceDays, staged, naming, recreates, server, partitioned, pageSize, number);
    }

    /** Only what is written in files. */
    Setting written() {
        return new Setting(graceDays, staged, naming, recreates, server, partitioned, 0, 0);
    }

    @Override
    public String toString() {
        return "A company with a grace of " + graceDays + " days, " + (staged ? "deletes in stages, " : "") + naming
                + (recreates ? ", creates deleted accounts again" : "") + ", and " + server
                + (partitioned ? " in two partitions" : "") + "; pages of "
                + pageSize + ", " + threads + (threads == 1 ? " thread" : " threads");
    }
}
