package org.syncline.platform.app.company;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Who works in which department and for whom, computed for any person without knowing the others.
 *
 * <p>Departments fill up in rounds: in each, a department gains as many people as it is large. The first to come to a
 * department leads it; those after report to one who came before, seven to each.
 */
final class Organization {
    private static final int SPAN = 7;

    private final List<Department> departments;
    private final List<Integer> round = new ArrayList<>();
    private final List<List<Integer>> seats = new ArrayList<>();

    Organization(List<Department> departments, long seed) {
        this.departments = departments;
        for (int department = 0; department < departments.size(); department++) {
            round.addAll(Collections.nCopies(departments.get(department).size(), department));
            seats.add(new ArrayList<>());
        }
        Collections.shuffle(round, new Random(seed));
        for (int seat = 0; seat < round.size(); seat++) {
            seats.get(round.get(seat)).add(seat);
        }
    }

    /** Who leads the company. */
    static boolean leads(long person) {
        return person == 1;
    }

    Department department(long person) {
        return leads(person) ? departments.getFirst() : departments.get(round.get(seat(person)));
    }

    /** The next department in the order of the list: where somebody moves. */
    Department departmentAfter(Department department) {
        return departments.get((departments.indexOf(department) + 1) % departments.size());
    }

    /** How many came to the department before. */
    int rank(long person) {
        List<Integer> ofDepartment = seats.get(round.get(seat(person)));
        long rounds = (person - 2) / round.size();
        return (int) (rounds * ofDepartment.size()) + ofDepartment.indexOf(seat(person));
    }

    /** The number of the person reported to; 0 for nobody. */
    long manager(long person) {
        if (leads(person)) {
            return 0;
        }
        int rank = rank(person);
        return rank == 0 ? 1 : personOfRank(round.get(seat(person)), (rank - 1) / SPAN);
    }

    private long personOfRank(int department, int rank) {
        List<Integer> ofDepartment = seats.get(department);
        long rounds = rank / ofDepartment.size();
        return 2 + rounds * round.size() + ofDepartment.get(rank % ofDepartment.size());
    }

    private int seat(long person) {
        return (int) ((person - 2) % round.size());
    }
}
