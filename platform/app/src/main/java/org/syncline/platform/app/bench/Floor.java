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
 */
record Floor(double read, double write, double readBack) {

    /** Measures it; the entries are gone afterwards. */
    static Floor measure(Path employees, Target target) {
        try (BareDirectory directory = target.open()) {
            directory.deleteTree(target.floorBase());
            Target.prepare(directory, target.floorBase());
            double read = seconds(() -> read(employees, row -> {}));
            double write = seconds(() -> fill(employees, directory, target.floorBase()));
            double readBack = seconds(() -> directory.read(target.floorBase()));
            directory.deleteTree(target.floorBase());
            return new Floor(read, write, readBack);
        }
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

    private static void fill(Path employees, BareDirectory directory, String base) {
        List<BareEntry> people = new ArrayList<>();
        Map<String, List<String>> departments = new LinkedHashMap<>();
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
        String name = department.getKey().replaceAll("([,+\"\\\\<>;=])", "\\\\$1");
        return BareEntry.of("cn=" + name + ",ou=Groups," + base, "groupOfNames")
                .with("cn", department.getKey())
                .with("member", department.getValue());
    }

    private static String dn(String id, String base) {
        return "uid=" + id + ",ou=People," + base;
    }
}
