package org.syncline.platform.engine.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.syncline.connectors.memory.MemoryObject;

/**
 * What the directory and the gate must hold once all is quiet, worked out naively from what the systems hold. It shares no code with
 * the engine and no memory with the story: what only history could tell is told.
 *
 * @param policy that was saved last
 * @param sources what HR and the agency hold, by object type
 * @param told what history decided
 */
record Oracle(Setting setting, Policy policy, Map<String, List<MemoryObject>> sources, Told told) {

    /** What history decided: which objects belong to whom. Each is told by the number of the employee. */
    interface Told {
        /** The account of a person; null for none. */
        MemoryObject account(String number);

        /** The badge of a person; null for none. */
        MemoryObject badge(String number);

        /** Whether an account was made by hand before it became the person's, so that it lacks what only creation gives. */
        boolean wasMadeByHand(String number);

        /** Whether a value of the account of a person is not sent any more, since the directory never kept it. */
        boolean isHeld(String number, String attribute);
    }

    /**
     * What is known of a person; HR knows better than the agency.
     *
     * @param employee the row in HR, null for none
     * @param contractor the row at the agency, null for none
     */
    record Person(MemoryObject employee, MemoryObject contractor) {
        private String best(String attribute) {
            String inHr = inHr(attribute);
            return inHr != null || contractor == null ? inHr : text(contractor, attribute);
        }

        private String inHr(String attribute) {
            return employee == null ? null : text(employee, attribute);
        }

        private boolean hasLeft() {
            return "left".equals(inHr("status"));
        }
    }

    /** Everybody whom a source knows and the filter lets in, by number. */
    Map<String, Person> people() {
        Map<String, Person> people = new TreeMap<>();
        for (MemoryObject row : sources.get("employee")) {
            if (!"external".equals(text(row, "status"))) {
                people.put(text(row, "number"), new Person(row, null));
            }
        }
        for (MemoryObject row : sources.get("contractor")) {
            people.compute(
                    text(row, "number"),
                    (number, known) -> new Person(known == null ? null : known.employee(), row));
        }
        return people;
    }

    /** Those who must have an account; who left keeps one, but gets none. */
    Set<String> entitled() {
        Set<String> entitled = new TreeSet<>();
        people().forEach((number, person) -> {
            if (!person.hasLeft()) {
                entitled.add(number);
            }
        });
        return entitled;
    }

    /** What is wrong with the account of a person, in words. */
    List<String> complaints(String number) {
        MemoryObject account = told.account(number);
        List<String> complaints = new ArrayList<>();
        expected(number, people().get(number)).forEach((attribute, value) -> {
            String found = text(account, attribute);
            if (!value.test(found) && !told.isHeld(number, attribute)) {
                complaints.add(attribute + " of the account of " + number + " should be " + value + " but is " + found);
            }
        });
        return complaints;
    }

    private Map<String, Expectation> expected(String number, Person person) {
        Map<String, Expectation> expected = new TreeMap<>();
        expected.put("employeeNumber", is(number));
        expected.put("givenName", is(person.best("first")));
        expected.put("sn", is(person.best("last")));
        expected.put("displayName", is(displayName(person)));
        expected.put("department", is(person.best("department")));
        expected.put("badge", is(told.badge(number) == null ? null : told.badge(number).anchor().text()));
        expected.put("manager", is(nameOf(person.inHr("boss"))));
        String phone = phone(number, person);
        expected.put("phone", phone == null ? new Expectation("kept", any -> true) : is(phone)); // nothing clears it
        boolean mayLack = told.wasMadeByHand(number);
        expected.put("enabled", person.hasLeft() ? is("no") : mayLack ? is("yes").orNothing() : is("yes"));
        Expectation some = new Expectation("something", Objects::nonNull);
        expected.put("password", mayLack ? some.orNothing() : some);
        expected.put("uid", new Expectation(
                "made of the name", found -> mayLack || found.matches("[ab](smith|jones)\\d*")));
        if (setting.naming().renames() && !person.hasLeft()) {
            expected.put("dn", is("cn=" + person.best("last") + " " + number + place(person)));
        }
        return expected;
    }

    private String place(Person person) {
        String unit = setting.naming() == Naming.BY_UNIT ? person.inHr("unit") : null;
        String title = unit == null ? null : units().get(unit);
        return (title == null ? "" : ",ou=" + title) + ",ou=People,dc=test";
    }

    /** What units there must be: their titles by their keys. */
    Map<String, String> units() {
        return by("key", sources.get("unit"), unit -> text(unit, "title"));
    }

    /** What a value must be, in words too. */
    private record Expectation(String words, Predicate<String> holds) {
        boolean test(String found) {
            return holds.test(found);
        }

        Expectation orNothing() {
            return new Expectation(words + " or nothing", found -> found == null || test(found));
        }

        @Override
        public String toString() {
            return words;
        }
    }

    private static Expectation is(String value) {
        return new Expectation(value == null ? "nothing" : value, found -> Objects.equals(value, found));
    }

    private String displayName(Person person) {
        String first = person.best("first");
        String last = person.best("last");
        return policy.lastNameFirst() ? last + ", " + first : first + " " + last;
    }

    private String phone(String number, Person person) {
        String inHr = person.inHr("phone");
        MemoryObject badge = told.badge(number);
        return inHr != null || badge == null ? inHr : text(badge, "phone");
    }

    /** The DN of whom a row of HR is about; null for who has no account. */
    private String nameOf(String row) {
        for (Map.Entry<String, Person> person : people().entrySet()) {
            MemoryObject employee = person.getValue().employee();
            if (employee != null && employee.anchor().text().equals(row)) {
                MemoryObject account = told.account(person.getKey());
                return account == null ? null : text(account, "dn");
            }
        }
        return null;
    }

    /** What the gate must hold: the label of each badge by the number of its owner. */
    Map<String, String> badges() {
        Map<String, String> badges = new TreeMap<>();
        people().forEach((number, person) -> {
            if (policy.hasBadges(person.best("department"))) {
                badges.put(number, displayName(person));
            }
        });
        return badges;
    }

    /** What groups there must be: the names of their members by their own. */
    Map<String, Set<String>> groups() {
        Map<String, Set<String>> groups = new TreeMap<>();
        for (MemoryObject team : sources.get("team")) {
            Set<String> members = new TreeSet<>();
            team.attributes().get("member").asList().forEach(member -> {
                String name = nameOf(member.text());
                if (name != null) {
                    members.add(name);
                }
            });
            groups.put(text(team, "name"), members);
        }
        return groups;
    }

    static String text(MemoryObject object, String attribute) {
        return object.attributes().text(attribute);
    }

    static <T> Map<String, T> by(String attribute, List<MemoryObject> objects, Function<MemoryObject, T> value) {
        Map<String, T> by = new TreeMap<>();
        objects.forEach(object -> by.put(text(object, attribute), value.apply(object)));
        return by;
    }
}
