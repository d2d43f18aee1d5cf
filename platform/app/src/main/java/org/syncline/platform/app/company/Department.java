package org.syncline.platform.app.company;

import java.util.ArrayList;
import java.util.List;

/**
 * A department.
 *
 * @param size how large it is beside the others
 * @param titles what its people are called; the first is that of the head
 */
record Department(String name, String costCentre, int size, List<String> titles) {

    /** So many departments: first those of the headquarters, then their branches in the cities. */
    static List<Department> first(int count, List<String> cities) {
        List<String[]> kinds = Table.read("departments.txt");
        List<Department> departments = new ArrayList<>(count);
        for (int index = 0; index < count; index++) {
            String[] kind = kinds.get(index % kinds.size());
            departments.add(new Department(
                    kind[0] + branch(index / kinds.size(), cities), "CC-" + (1000 + index * 10),
                    Integer.parseInt(kind[1]), List.of(Table.fields(kind[2], ";"))));
        }
        return departments;
    }

    private static String branch(int number, List<String> cities) {
        if (number == 0) {
            return "";
        }
        int lap = (number - 1) / cities.size();
        return " " + cities.get((number - 1) % cities.size()) + (lap == 0 ? "" : " " + (lap + 1));
    }

    String title(int rank, int draw) {
        return rank == 0 ? titles.getFirst() : titles.get(1 + draw % (titles.size() - 1));
    }
}
