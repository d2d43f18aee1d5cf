package org.syncline.examples;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** The people of a company that changes all the time, by chance but repeatably. */
final class Staff {
    static final List<String> SITES = List.of("people", "north", "south");
    private static final int DEPARTMENTS = 40;
    private static final String GIVEN_INITIALS = "ABCDEFGHJKLMNOPRSTW";
    private static final String[] SYLLABLES = {"ber", "ger", "hol", "kar", "lin", "man", "nor", "son", "tal", "wes"};

    private final Random random;
    private final TreeMap<Integer, Person> people = new TreeMap<>();
    private final List<Integer> left = new ArrayList<>();
    private int lastNumber;

    Staff(long seed, int size) {
        random = new Random(seed);
        for (int count = 0; count < size; count++) {
            hire(++lastNumber);
        }
        people.replaceAll((number, person) -> person.under(boss(number)));
    }

    /** @param manager the number of another one, or 0 */
    record Person(int number, String given, String family, String title, String department, String site, int manager) {
        Person under(int other) {
            return new Person(number, given, family, title, department, site, other);
        }

        Person titled(String other) {
            return new Person(number, given, family, other, department, site, manager);
        }

        Person called(String other) {
            return new Person(number, given, other, title, department, site, manager);
        }

        Person in(String other) {
            return new Person(number, given, family, title, other, site, manager);
        }

        Person at(String other) {
            return new Person(number, given, family, title, department, other, manager);
        }

        private String row() {
            return String.join(",", "E" + number, given, family, title, department, site,
                    manager == 0 ? "" : "E" + manager);
        }
    }

    private void hire(int number) {
        people.put(number, new Person(number, given(), family(), title(), department(), site(), 0));
    }

    private String given() {
        return GIVEN_INITIALS.charAt(random.nextInt(GIVEN_INITIALS.length())) + syllable();
    }

    private String family() {
        String name = syllable() + syllable();
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private String syllable() {
        return SYLLABLES[random.nextInt(SYLLABLES.length)];
    }

    private String title() {
        return "Grade " + random.nextInt(1000);
    }

    private String department() {
        return "Department " + random.nextInt(DEPARTMENTS);
    }

    private String site() {
        return SITES.get(random.nextInt(SITES.size()));
    }

    private int boss(int of) {
        int boss = anybody();
        return boss == of ? 0 : boss;
    }

    private int anybody() {
        Integer found = people.floorKey(1 + random.nextInt(lastNumber));
        return found == null ? people.firstKey() : found;
    }

    /** Something of everything happens; somebody may come back who left before. */
    void liveOn() {
        change(800, person -> person.titled(title()));
        change(60, person -> person.called(family()));
        change(60, person -> person.in(department()));
        change(40, person -> person.at(site()));
        change(60, person -> person.under(boss(person.number)));
        Collections.shuffle(left, random);
        for (int count = 0; count < 5 && !left.isEmpty(); count++) {
            hire(left.removeLast());
        }
        for (int count = 0; count < 15; count++) {
            leave(anybody());
            hire(++lastNumber);
        }
    }

    private void change(int times, UnaryOperator<Person> change) {
        for (int count = 0; count < times; count++) {
            people.computeIfPresent(anybody(), (number, person) -> change.apply(person));
        }
    }

    private void leave(int number) {
        people.remove(number);
        left.add(number);
        people.replaceAll((other, person) -> person.manager == number ? person.under(0) : person);
    }

    /** By the number as text, as accounts carry it. */
    Map<String, Person> people() {
        Map<String, Person> byText = new TreeMap<>();
        people.values().forEach(person -> byText.put("E" + person.number, person));
        return byText;
    }

    String file() {
        StringBuilder file = new StringBuilder("Number,Given,Family,Title,Department,Site,Manager\n");
        people.values().forEach(person -> file.append(person.row()).append('\n'));
        return file.toString();
    }
}
