package org.syncline.platform.engine.story;

import java.util.ArrayList;
import java.util.HashMap;
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
 * @param hr the system, read object by object
 * @param told what history decided
 */
record Oracle(Setting setting, Policy policy, Map<String, List<MemoryObject>> hr, Told told) {

    /** What history decided: which objects belong to whom. Each is told by the number of the employee. */
    interface Told {
        /** The account of a person; null for none. */
        MemoryObject account(String number);

        /** The badge of a person; null for none. */
        MemoryObject badge(String number);

        /** Whether an account was made by hand before it became the person's, so that it lacks what only creation gives. */
        boolean wasMadeByHand(String number);
    }

    /** Everybody HR knows and the filter lets in, by number. */
    Map<String, MemoryObject> people() {
        Map<String, MemoryObject> people = new TreeMap<>();
        for (MemoryObject row : hr.get("employee")) {
            if (!"external".equals(text(row, "status"))) {
                people.put(text(row, "number"), row);
            }
        }
        return people;
    }

    /** Those who must have an account; who left keeps one, but gets none. */
    Set<String> entitled() {
        Set<String> entitled = new TreeSet<>();
        people().forEach((number, row) -> {
            if (!hasLeft(row)) {
                entitled.add(number);
            }
        });
        return entitled;
    }

    private static boolean hasLeft(MemoryObject row) {
        return "left".equals(text(row, "status"));
    }

    /** What is wrong with the account of a person, in words. */
    List<String> complaints(String number) {
        MemoryObject row = people().get(number);
        MemoryObject account = told.account(number);
        List<String> complaints = new ArrayList<>();
        expected(number, row).forEach((attribute, value) -> {
            String found = text(account, attribute);
            if (!value.test(found)) {
                complaints.add(attribute + " of the account of " + number + " is " + found);
            }
        });
        return complaints;
    }

    private Map<String, Predicate<String>> expected(String number, MemoryObject row) {
        Map<String, Predicate<String>> expected = new HashMap<>();
        expected.put("employeeNumber", is(number));
        expected.put("givenName", is(text(row, "first")));
        expected.put("sn", is(text(row, "last")));
        expected.put("displayName", is(displayName(row)));
        expected.put("department", is(text(row, "department")));
        expected.put("badge", is(told.badge(number) == null ? null : told.badge(number).anchor().text()));
        expected.put("manager", is(nameOf(text(row, "boss"))));
        String phone = phone(number, row);
        expected.put("phone", found -> phone == null || phone.equals(found)); // nothing clears a telephone number
        boolean mayLack = told.wasMadeByHand(number);
        expected.put("enabled", hasLeft(row) ? is("no") : found -> "yes".equals(found) || mayLack && found == null);
        expected.put("password", found -> found != null || mayLack);
        expected.put("uid", found -> mayLack || found.matches("[ab](smith|jones)\\d*"));
        if (setting.renames() && !hasLeft(row)) {
            expected.put("dn", is("cn=" + text(row, "last") + " " + number + ",ou=People,dc=test"));
        }
        return expected;
    }

    private static Predicate<String> is(String value) {
        return found -> Objects.equals(value, found);
    }

    private String displayName(MemoryObject row) {
        String first = text(row, "first");
        String last = text(row, "last");
        return policy.lastNameFirst() ? last + ", " + first : first + " " + last;
    }

    private String phone(String number, MemoryObject row) {
        String inHr = text(row, "phone");
        MemoryObject badge = told.badge(number);
        return inHr != null || badge == null ? inHr : text(badge, "phone");
    }

    /** The DN of whom a row of HR is about; null for who has no account. */
    private String nameOf(String row) {
        for (Map.Entry<String, MemoryObject> person : people().entrySet()) {
            if (person.getValue().anchor().text().equals(row)) {
                MemoryObject account = told.account(person.getKey());
                return account == null ? null : text(account, "dn");
            }
        }
        return null;
    }

    /** What the gate must hold: the label of each badge by the number of its owner. */
    Map<String, String> badges() {
        Map<String, String> badges = new TreeMap<>();
        people().forEach((number, row) -> {
            if (policy.hasBadges(text(row, "department"))) {
                badges.put(number, displayName(row));
            }
        });
        return badges;
    }

    /** What groups there must be: the names of their members by their own. */
    Map<String, Set<String>> groups() {
        Map<String, Set<String>> groups = new TreeMap<>();
        for (MemoryObject team : hr.get("team")) {
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
