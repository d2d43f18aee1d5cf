package org.syncline.platform.engine.story;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.syncline.connectors.memory.MemorySystem;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.port.TypeSource;
import org.syncline.platform.engine.port.Watermarks.ImportState;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ObjectType;
import org.syncline.schema.identity.ReferenceValue;

/** A company: its HR, the agency that lends it people, and whatever else concerns its systems. */
final class Company {
    private final Landscape landscape;
    private final Ledger ledger = new Ledger();
    private final Life life = new Life();
    private final Tally tally = new Tally();
    private final Hands hands;
    private final Trouble trouble;
    private final Watch watch;
    private final Map<String, Employee> employees = new TreeMap<>();
    private final Map<String, Contractor> contractors = new TreeMap<>();
    private final Set<String> known = new HashSet<>();
    private final Map<String, Set<String>> teams = new TreeMap<>();
    private final Map<String, String> units = new TreeMap<>();
    private final Map<String, String> rows = new TreeMap<>();
    private final Map<String, String> firstWatermarks = new TreeMap<>();

    Company(Setting setting, Function<TypeSource, Store> open) {
        landscape = new Landscape(setting, open);
        landscape.storingIn(store -> new ObservedStore(store, life.andThen(ledger)));
        hands = new Hands(landscape, tally);
        trouble = new Trouble(landscape, tally);
        watch = new Watch(this);
        landscape.seenBy(watch);
    }

    Landscape landscape() {
        return landscape;
    }

    Ledger ledger() {
        return ledger;
    }

    Watch watch() {
        return watch;
    }

    Tally tally() {
        return tally;
    }

    Hands hands() {
        return hands;
    }

    Trouble trouble() {
        return trouble;
    }

    MemorySystem directory() {
        return landscape.directory();
    }

    /** The key of the row that a person has or would have. */
    String row(String id) {
        return rows.getOrDefault(id, id);
    }

    void hire(String id, String first, String last, String department, String boss) {
        if (!employees.containsKey(id)) {
            tally.count(known.add(id) ? Happening.ADD : Happening.RE_ADD);
            employ(new Employee(
                    id, row(id), first, last, department, null, boss == null ? null : row(boss), null,
                    Employee.CURRENT));
        }
    }

    private void employ(Employee employee) {
        employees.put(employee.id(), employee);
        landscape.hr().put(new Anchor(employee.row()), employee.attributes(landscape.type("hr", "employee")));
    }

    void rename(String id, String last) {
        Employee employee = employees.get(id);
        if (employee != null && !employee.last().equals(last)) {
            tally.count(Happening.RENAME);
            employ(employee.called(last));
        }
    }

    void change(String id, UnaryOperator<Employee> change) {
        Employee employee = employees.get(id);
        if (employee != null && !change.apply(employee).equals(employee)) {
            tally.count(Happening.EDIT);
            employ(change.apply(employee));
        }
    }

    void dismiss(String id) {
        Employee gone = employees.remove(id);
        if (gone != null) {
            tally.count(Happening.DELETE);
            landscape.hr().remove("employee", new Anchor(gone.row()));
        }
    }

    /** The row of a person gets another key, and so do the references to it. */
    void rekey(String id) {
        String before = row(id);
        String after = before.equals(id) ? id + "b" : id;
        rows.put(id, after);
        Employee employee = employees.get(id);
        if (employee != null) {
            landscape.hr().remove("employee", new Anchor(before));
            employ(employee.at(after));
        }
        for (Employee other : List.copyOf(employees.values())) {
            if (before.equals(other.bossRow())) {
                employ(other.under(after));
            }
        }
        teams.keySet().forEach(this::publish);
    }

    /** The agency lends somebody, or says something else of who is lent already. */
    void lend(Contractor contractor) {
        tally.count(known.add(contractor.id()) ? Happening.ADD : Happening.EDIT);
        contractors.put(contractor.id(), contractor);
        landscape.agency().put(
                new Anchor(contractor.row()), contractor.attributes(landscape.type("agency", "contractor")));
    }

    void callBack(String id) {
        Contractor gone = contractors.remove(id);
        if (gone != null) {
            tally.count(Happening.DELETE);
            landscape.agency().remove("contractor", new Anchor(gone.row()));
        }
    }

    /** Who was lent is employed. */
    void takeOver(String id) {
        Contractor contractor = contractors.get(id);
        if (contractor != null && !employees.containsKey(id)) {
            tally.count(Happening.CONTRACTOR_BECAME_EMPLOYEE);
            callBack(id);
            hire(id, contractor.first(), contractor.last(), contractor.department(), null);
        }
    }

    /** Somebody joins a team, or leaves it who was in it; a team is founded by its first member. */
    void turn(String team, String id) {
        Set<String> members = teams.computeIfAbsent(team, unused -> new TreeSet<>());
        if (!members.remove(id)) {
            members.add(id);
        }
        tally.count(Happening.GROUP_CHANGE);
        publish(team);
    }

    void dissolve(String team) {
        if (teams.remove(team) != null) {
            tally.count(Happening.GROUP_DELETE);
            landscape.hr().remove("team", new Anchor(team));
        }
    }

    private void publish(String team) {
        List<ReferenceValue> members =
                teams.get(team).stream().map(id -> ReferenceValue.toKey(row(id))).toList();
        landscape.hr().put(
                new Anchor(team),
                Attributes.builder(landscape.type("hr", "team")).set("name", team).set("member", members).build());
    }

    /** A unit opens, or gets another title; no two have the same at a time, neither in HR nor in the directory. */
    void title(String unit, String title) {
        boolean taken = units.containsValue(title)
                || directory().byDn("unit", "ou=" + title + ",ou=People,dc=test")
                        .filter(other -> !unit.equals(Oracle.text(other, "key")))
                        .isPresent();
        if (!taken) {
            tally.count(units.put(unit, title) == null ? Happening.UNIT_OPENED : Happening.UNIT_RENAMED);
            ObjectType type = landscape.type("hr", "unit");
            landscape.hr().put(
                    new Anchor(unit), Attributes.builder(type).set("key", unit).set("title", title).build());
        }
    }

    void close(String unit) {
        if (units.remove(unit) != null) {
            tally.count(Happening.UNIT_CLOSED);
            landscape.hr().remove("unit", new Anchor(unit));
        }
    }

    /** @param unit null for none */
    void move(String id, String unit) {
        Employee employee = employees.get(id);
        if (employee != null && !Objects.equals(employee.unit(), unit)) {
            tally.count(Happening.MOVE);
            employ(employee.within(unit));
        }
    }

    void save(Policy policy) {
        if (landscape.follow(policy)) {
            tally.count(Happening.RULE_RELOAD);
        }
    }

    /** Lets the next import of a connector, and of its partitions, begin where its first one ended. */
    void redeliver(String connector) {
        for (String part : landscape.parts(connector)) {
            ImportState state = landscape.store().watermarks().of(part);
            String first = firstWatermarks.get(part);
            if (first != null && state.watermark() != null) {
                landscape.store().watermarks().keep(part, state.resumeAt(first));
                tally.count(Happening.PAGE_DELIVERED_AGAIN);
            }
        }
    }

    void runs(Runnable work) {
        work.run();
        Landscape.CONNECTORS.stream().flatMap(connector -> landscape.parts(connector).stream()).forEach(part -> {
            String watermark = landscape.store().watermarks().of(part).watermark();
            if (watermark != null) {
                firstWatermarks.putIfAbsent(part, watermark);
            }
        });
    }

    void dieAt(int write) {
        AtomicInteger left = new AtomicInteger(write);
        die(() -> left.decrementAndGet() == 0);
    }

    /** When this many pages were sent to a connector, and what became of the last was not recorded. */
    void dieAfterSending(String connector, int pages) {
        long last = landscape.system(connector).counts().exports() + pages;
        if (die(() -> landscape.system(connector).counts().exports() == last)) {
            tally.count(Happening.DEATH_AFTER_SENDING);
        }
    }

    private boolean die(BooleanSupplier due) {
        boolean died = life.dies(due, landscape::cycle);
        if (died) {
            tally.count(watch.death());
        }
        return died;
    }
}
