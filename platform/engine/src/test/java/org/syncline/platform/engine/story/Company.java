package org.syncline.platform.engine.story;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.syncline.connectors.memory.MemoryObject;
import org.syncline.connectors.memory.MemorySystem;
import org.syncline.platform.engine.House;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.port.TypeSource;
import org.syncline.platform.engine.port.Watermarks.ImportState;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.TextValue;

/** A company, its HR, its directory, and the people who lay hands on them. */
final class Company {
    private final House house;
    private final Ledger ledger = new Ledger();
    private final Life life = new Life();
    private final Map<String, Employee> employees = new TreeMap<>();
    private final Map<String, String> rows = new TreeMap<>();
    private final Set<Anchor> made = new HashSet<>();
    private final Set<Anchor> touched = new HashSet<>();
    private final Map<String, String> firstWatermarks = new TreeMap<>();

    Company(Setting setting, Function<TypeSource, Store> open) {
        this.house = setting.house(open).storingIn(store -> new ObservedStore(new ObservedStore(store, ledger), life));
    }

    House house() {
        return house;
    }

    Ledger ledger() {
        return ledger;
    }

    MemorySystem directory() {
        return house.directory();
    }

    MemorySystem system(String connector) {
        return connector.equals("hr") ? house.hr() : house.directory();
    }

    /** The key of the row that a person has or would have. */
    String row(String id) {
        return rows.getOrDefault(id, id);
    }

    boolean employs(String id) {
        return employees.containsKey(id);
    }

    void employ(Employee employee) {
        employees.put(employee.id(), employee);
        house.hr().put(new Anchor(employee.row()), employee.attributes());
    }

    void change(String id, UnaryOperator<Employee> change) {
        if (employs(id)) {
            employ(change.apply(employees.get(id)));
        }
    }

    void dismiss(String id) {
        Employee gone = employees.remove(id);
        if (gone != null) {
            house.hr().remove("employee", new Anchor(gone.row()));
        }
    }

    /** The row of a person gets another key, and so do the references to it. */
    void rekey(String id) {
        String before = row(id);
        String after = before.equals(id) ? id + "b" : id;
        rows.put(id, after);
        Employee employee = employees.get(id);
        if (employee != null) {
            house.hr().remove("employee", new Anchor(before));
            employ(employee.at(after));
        }
        for (Employee other : List.copyOf(employees.values())) {
            if (before.equals(other.bossRow())) {
                employ(other.under(after));
            }
        }
    }

    /** An account of the directory, by its place, counted round. */
    Optional<MemoryObject> account(int place) {
        List<MemoryObject> accounts = directory().objects("account");
        return accounts.isEmpty() ? Optional.empty() : Optional.of(accounts.get(place % accounts.size()));
    }

    void edit(int place, UnaryOperator<Attributes> change) {
        account(place).ifPresent(account -> {
            touched.add(account.anchor());
            directory().put(account.anchor(), change.apply(account.attributes()));
        });
    }

    /**
     * An account that we know as ours gets another number; one that was made by hand, or sent and not seen yet, would be taken for
     * another's second account.
     */
    void renumber(int place, String id) {
        account(place).filter(account -> isOurs(account.anchor())).ifPresent(
                account -> edit(place, attributes -> attributes.with("employeeNumber", new TextValue(id))));
    }

    private boolean isOurs(Anchor anchor) {
        return Staged.in(house).accounts().stream()
                .anyMatch(account -> anchor.equals(account.anchor()) && account.link().isJoined());
    }

    /** Nobody makes two accounts for one person: which of them is right only a person could say. */
    void make(Attributes account) {
        boolean again = directory().objects("account").stream()
                .anyMatch(other -> wasMadeByHand(other.anchor())
                        && account.text("employeeNumber").equals(other.attributes().text("employeeNumber")));
        if (!again && directory().byDn("account", account.dn()).isEmpty()) {
            made.add(directory().put(account));
        }
    }

    /** Whether it may stay without an owner: its deletion could be dropped, and it is not what was to be deleted any more. */
    boolean wasTouched(Anchor account) {
        return made.contains(account) || touched.contains(account);
    }

    boolean wasMadeByHand(Anchor account) {
        return made.contains(account);
    }

    /** Lets the next import of a connector begin where its first one ended. */
    void redeliver(String connector) {
        ImportState state = house.store().watermarks().of(connector);
        String first = firstWatermarks.get(connector);
        if (first != null && state.watermark() != null) {
            house.store().watermarks().keep(connector, state.resumeAt(first));
        }
    }

    void runs(Runnable work) {
        work.run();
        for (String connector : List.of("hr", "directory")) {
            String watermark = house.store().watermarks().of(connector).watermark();
            if (watermark != null) {
                firstWatermarks.putIfAbsent(connector, watermark);
            }
        }
    }

    void dieAt(int write) {
        life.dieAt(write, house::cycle);
    }

    List<Employee> employees() {
        return new ArrayList<>(employees.values());
    }
}
