package org.syncline.platform.app.bench;

import org.syncline.platform.app.company.Company;

/**
 * What a scenario plays with.
 *
 * @param changes of those scenarios that change some of the people, how many
 * @param rounds of those scenarios that can be played more than once in a process, how often
 * @param database of those scenarios that read one; null for one inside Syncline
 */
public record Plan(Company company, int changes, int rounds, Target target, Database database) {

    /** How many there are to begin with: everybody, and the departments. */
    long objects() {
        return company.people() + company.departments();
    }
}
