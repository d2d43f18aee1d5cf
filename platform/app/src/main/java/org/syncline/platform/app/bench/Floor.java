package org.syncline.platform.app.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.syncline.connectors.file.bench.BareFile;
import org.syncline.connectors.ldap.bench.BareDirectory;
import org.syncline.connectors.ldap.bench.BareEntry;

/**
 * The floor: the same file read and the same entries added and read again by bare loops over the same libraries, without rules and
 * without a state.
 *
 * @param read seconds to read the file
 * @param write seconds to read the file and add the entries
 * @param readBack seconds to read the entries again
 * @param removeMember seconds to take one member from the first group
 * @param readGroup seconds to read that group
 */
record Floor(double read, double write, double readBack, double removeMember, double readGroup) {
    private static final String MEMBER = "member";
    /** What the connector reads of people and groups. */
    private static final String[] ATTRIBUTES = {"entryUUID", "uid", "cn", "sn", "givenName", "displayName",
            "employeeNumber", "employeeType", "title", "ou", "departmentNumber", "postalAddress", "mail",
            "telephoneNumber", "manager", "businessCategory", MEMBER};

    /** Measures it; the entries are gone afterwards. */
    static Floor measure(Path employees, Target target) {
        String base = target.floorBase();
        try (BareDirectory directory = target.open()) {
            directory.deleteTree(base);
            Target.prepare(directory, base);
            Map<String, List<String>> departments = new LinkedHashMap<>();
            double read = seconds(() -> read(employees, row -> {}));
            double write = seconds(() -> fill(employees, directory, base, departments));
            double readBack = seconds(() -> directory.read(base, ATTRIBUTES));
            Map.Entry<String, List<String>> first = departments.entrySet().iterator().next();
            String group = groupDn(first.getKey(), base);
            double removeMember = seconds(() -> directory.removeValue(group, MEMBER, first.getValue().getLast()));
            double readGroup = seconds(() -> directory.readOne(group, ATTRIBUTES));
            directory.deleteTree(base);
            return new Floor(read, write, readBack, removeMember, readGroup);
        }
    }

    /** The floor that {@link #text} tells. */
    static Floor parse(String text) {
        double[] seconds = Stream.of(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
        return new Floor(seconds[0], seconds[1], seconds[2], seconds[3], seconds[4]);
    }

    /** As one line. */
    String text() {
        return read + " " + write + " " + readBack + " " + removeMember + " " + readGroup;
    }

    private static double seconds(Runnable work) {
        return Measurement.of(work).seconds();
    }

    private interface Rows {
        void accept(UnaryOperator<String> row);
    }

    private static void read(Path employees, Rows rows) {
        try {
            BareFile.read(employees, rows::accept);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** @param departments gets the members of each */
    private static void fill(Path employees, BareDirectory directory, String base,
            Map<String, List<String>> departments) {
        List<BareEntry> people = new ArrayList<>();
        read(employees, row -> {
            people.add(person(row, base));
            departments.computeIfAbsent(row.apply("Department"), name -> new ArrayList<>())
                    .add(dn(row.apply("EmployeeId"), base));
        });
        Stream<BareEntry> groups = departments.entrySet().stream().map(group -> group(group, base));
        directory.add(people.iterator());
        directory.add(groups.iterator());
    }

    private static BareEntry person(UnaryOperator<String> row, String base) {
        String name = row.apply("GivenName") + " " + row.apply("FamilyName");
        String manager = row.apply("ManagerId");
        return BareEntry.of(dn(row.apply("EmployeeId"), base), "inetOrgPerson")
                .with("uid", row.apply("EmployeeId"))
                .with("cn", name)
                .with("displayName", name)
                .with("givenName", row.apply("GivenName"))
                .with("sn", row.apply("FamilyName"))
                .with("employeeNumber", row.apply("EmployeeId"))
                .with("employeeType", row.apply("EndDate").isEmpty() ? "permanent" : "fixed-term")
                .with("title", row.apply("Title"))
                .with("ou", row.apply("Department"))
                .with("departmentNumber", row.apply("CostCentre"))
                .with("postalAddress", row.apply("Building") + "$" + row.apply("City") + "$" + row.apply("Country"))
                .with("mail", row.apply("Mail"))
                .with("telephoneNumber", row.apply("Phone"))
                .with("manager", manager.isEmpty() ? "" : dn(manager, base))
                .with("userPassword", "a-secret-of-24-characters");
    }

    private static BareEntry group(Map.Entry<String, List<String>> department, String base) {
        return BareEntry.of(groupDn(department.getKey(), base), "groupOfNames")
                .with("cn", department.getKey())
                .with(MEMBER, department.getValue());
    }

    private static String groupDn(String department, String base) {
        return "cn=" + department.replaceAll("([,+\"\\\\<>;=])", "\\\\$1") + ",ou=Groups," + base;
    }

    private static String dn(String id, String base) {
        return "uid=" + id + ",ou=People," + base;
    }
}
