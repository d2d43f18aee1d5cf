package org.syncline.platform.app.company;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** The given and family names of one part of the world. */
record Culture(int weight, List<Name> givenNames, List<Name> familyNames) {

    static Weighted<Culture> all() {
        return new Weighted<>(Table.read("names.txt").stream().map(Culture::of).toList(), Culture::weight);
    }

    private static Culture of(String[] fields) {
        return new Culture(Integer.parseInt(fields[1]), names(fields[2]), names(fields[3]));
    }

    private static List<Name> names(String list) {
        return Stream.of(list.split(",")).map(Name::of).toList();
    }

    Name givenName(RandomGenerator random) {
        return givenNames.get(random.nextInt(givenNames.size()));
    }

    Name familyName(RandomGenerator random) {
        return familyNames.get(random.nextInt(familyNames.size()));
    }
}
