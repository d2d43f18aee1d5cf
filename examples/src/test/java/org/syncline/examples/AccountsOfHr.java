package org.syncline.examples;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What a directory must hold by a plain reading of the HR file of AdventureWorks.
 *
 * @param mail what the rules make of a mail address
 */
record AccountsOfHr(HrFile hr, List<Entry> people, List<Entry> groups, UnaryOperator<String> mail) {
    private static final Set<String> NOT_OF_THE_ROW =
            Set.of("objectClass", "uid", "manager", "userPassword", "entryUUID");

    void areAllAsTheyMustBe() {
        areThosePeople();
        haveTheValuesOfTheirRows();
        haveTheirManagers();
        areGroupedByDepartment();
    }

    /** Accounts by the key of their row. */
    Map<String, Entry> byKey() {
        return people.stream().collect(toMap(entry -> entry.getAttributeValue("employeeNumber"), entry -> entry));
    }

    void areThosePeople() {
        assertEquals(290, people.size());
        assertEquals(hr.people().stream().map(row -> row.get("EmployeeKey")).collect(toSet()), byKey().keySet());
    }

    void haveTheValuesOfTheirRows() {
        Map<String, Entry> accounts = byKey();
        hr.people().forEach(row -> assertEquals(expected(row), actual(accounts.get(row.get("EmployeeKey")))));
    }

    private Map<String, String> expected(Map<String, String> row) {
        Map<String, String> expected = new TreeMap<>(Map.of(
                "employeeNumber", row.get("EmployeeKey"),
                "givenName", row.get("FirstName"),
                "sn", row.get("LastName"),
                "cn", row.get("FirstName") + " " + row.get("LastName"),
                "displayName", row.get("FirstName") + " " + row.get("LastName"),
                "mail", mail.apply(row.get("EmailAddress")),
                "title", row.get("Title"),
                "departmentNumber", row.get("DepartmentName"),
                "telephoneNumber", row.get("Phone")));
        expected.values().removeIf(String::isEmpty);
        return expected;
    }

    private static Map<String, String> actual(Entry account) {
        return account.getAttributes().stream()
                .filter(attribute -> !NOT_OF_THE_ROW.contains(attribute.getName()))
                .collect(toMap(attribute -> attribute.getName(),
                        attribute -> String.join("|", attribute.getValues()), (one, other) -> other, TreeMap::new));
    }

    void haveTheirManagers() {
        Map<String, Entry> accounts = byKey();
        Map<String, String> expected = hr.people().stream()
                .filter(row -> accounts.containsKey(row.get("ParentEmployeeKey")))
                .collect(toMap(row -> row.get("EmployeeKey"),
                        row -> name(accounts.get(row.get("ParentEmployeeKey")).getDN())));
        Map<String, String> actual = accounts.entrySet().stream()
                .filter(account -> account.getValue().hasAttribute("manager"))
                .collect(toMap(Map.Entry::getKey, account -> name(account.getValue().getAttributeValue("manager"))));
        assertEquals(266, actual.size());
        assertEquals(expected, actual);
    }

    void areGroupedByDepartment() {
        Map<String, Entry> accounts = byKey();
        Map<String, Set<String>> expected = hr.people().stream().collect(groupingBy(
                row -> row.get("DepartmentName"),
                mapping(row -> name(accounts.get(row.get("EmployeeKey")).getDN()), toSet())));
        Map<String, Set<String>> actual = groups.stream().collect(toMap(
                group -> group.getAttributeValue("cn"),
                group -> Stream.of(group.getAttributeValues("member")).map(AccountsOfHr::name).collect(toSet())));
        assertEquals(16, actual.size());
        assertEquals(expected, actual);
    }

    /** A name in one spelling. */
    private static String name(String dn) {
        try {
            return DN.normalize(dn);
        } catch (LDAPException failure) {
            throw new AssertionError(failure);
        }
    }
}
