package org.syncline.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.unboundid.ldap.sdk.Entry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a directory must hold of a staff: one account each with the right values, one group a department, and nothing else. */
record AccountsOfStaff(Staff staff, List<Entry> people, List<Entry> groups) {

    void areAllAsTheyMustBe() {
        Map<String, String> expected = new TreeMap<>();
        Map<String, String> found = new TreeMap<>();
        Map<String, Entry> accounts = accounts();
        Map<String, String> dns = new HashMap<>();
        accounts.forEach((number, account) -> dns.put(number, account.getDN()));
        staff.people().forEach((number, person) -> expected.put(number, account(person, dns)));
        accounts.forEach((number, account) -> found.put(number, account(account)));
        assertSame(expected, found);
        assertSame(expectedGroups(dns), foundGroups());
    }

    /** Shows only what differs. */
    private static void assertSame(Map<String, String> expected, Map<String, String> found) {
        Map<String, String> missed = new TreeMap<>(expected);
        Map<String, String> surplus = new TreeMap<>(found);
        missed.entrySet().removeAll(found.entrySet());
        surplus.entrySet().removeAll(expected.entrySet());
        assertEquals(missed, surplus);
    }

    /** By employee number; nobody has two, and no two share a name. */
    private Map<String, Entry> accounts() {
        Map<String, Entry> accounts = new TreeMap<>();
        Set<String> names = new TreeSet<>();
        for (Entry entry : people) {
            Entry twin = accounts.put(entry.getAttributeValue("employeeNumber"), entry);
            assertTrue(twin == null, () -> "twins: " + twin.getDN() + " and " + entry.getDN());
            assertTrue(names.add(entry.getAttributeValue("uid")), () -> "a name used twice: " + entry.getDN());
        }
        return accounts;
    }

    private static String account(Staff.Person person, Map<String, String> dns) {
        return String.join("; ", person.given() + " " + person.family(), person.given(), person.family(),
                person.title(), "ou=" + person.site(), "under " + dns.get("E" + person.manager()));
    }

    private static String account(Entry entry) {
        return String.join("; ", entry.getAttributeValue("cn"), entry.getAttributeValue("givenName"),
                entry.getAttributeValue("sn"), entry.getAttributeValue("title"), entry.getDN().split(",")[1],
                "under " + entry.getAttributeValue("manager"));
    }

    private Map<String, String> expectedGroups(Map<String, String> dns) {
        Map<String, Set<String>> members = new TreeMap<>();
        staff.people().forEach((number, person) -> members
                .computeIfAbsent(person.department(), unused -> new TreeSet<>()).add(String.valueOf(dns.get(number))));
        Map<String, String> expected = new TreeMap<>();
        members.forEach((name, all) -> expected.put(name, String.join(" ", all)));
        return expected;
    }

    private Map<String, String> foundGroups() {
        Map<String, String> found = new TreeMap<>();
        for (Entry group : groups) {
            String twin = found.put(group.getAttributeValue("cn"),
                    String.join(" ", new TreeSet<>(List.of(group.getAttributeValues("member")))));
            assertTrue(twin == null, () -> "twins: " + group.getDN());
        }
        return found;
    }
}
