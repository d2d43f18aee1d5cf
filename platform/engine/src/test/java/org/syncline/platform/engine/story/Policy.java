package org.syncline.platform.engine.story;

/**
 * What an administrator may change at any time by saving a rule file.
 *
 * @param lastNameFirst whether display names begin with the last name
 * @param badgesForLab whether the laboratory gets badges too
 * @param guarded whether no more than {@link #DELETES} objects of one type of a system may be deleted at once
 */
record Policy(boolean lastNameFirst, boolean badgesForLab, boolean guarded) {
    static final int DELETES = 1;
    static final Policy FIRST = new Policy(false, false, false);

    Policy withoutGuards() {
        return new Policy(lastNameFirst, badgesForLab, false);
    }

    boolean hasBadges(String department) {
        return "Plant".equals(department) || badgesForLab && "Lab".equals(department);
    }

    @Override
    public String toString() {
        return (lastNameFirst ? "last names first" : "first names first") + (badgesForLab ? ", badges for the lab" : "")
                + (guarded ? ", at most " + DELETES + " deletion at once" : "");
    }
}
