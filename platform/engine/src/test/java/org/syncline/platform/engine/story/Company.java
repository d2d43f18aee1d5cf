package org.syncline.platform.engine.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.syncline.connectors.memory.MemoryObject;
import org.syncline.connectors.memory.MemorySystem;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.port.TypeSource;
import org.syncline.platform.engine.port.Watermarks.ImportState;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ObjectType;
import org.syncline.schema.identity.ReferenceValue;
import org.syncline.schema.identity.TextValue;
import org.syncline.schema.identity.Value;

/** A company, its HR, its directory, its gate, and the people who lay hands on them. */
final class Company {
    private final Landscape landscape;
    private final Ledger ledger = new Ledger();
    private final Life life = new Life();
    private final Watch watch;
    private final Map<String, Employee> employees = new TreeMap<>();
    private final Map<String, Set<String>> teams = new TreeMap<>();
    private final Map<String, String> rows = new TreeMap<>();
    private final Set<Anchor> made = new HashSet<>();
    private final Set<Anchor> touched = new HashSet<>();
    private final Map<Anchor, Set<String>> numbers = new HashMap<>();
    private final Set<String> robbed = new TreeSet<>();
    private final Map<String, String> firstWatermarks = new TreeMap<>();

    Company(Setting setting, Function<TypeSource, Store> open) {
        landscape = new Landscape(setting, open);
        landscape.storingIn(store -> new ObservedStore(new ObservedStore(store, ledger), life));
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

    MemorySystem directory() {
        return landscape.directory();
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
        landscape.hr().put(new Anchor(employee.row()), employee.attributes(landscape.type("hr", "employee")));
    }

    void change(String id, UnaryOperator<Employee> change) {
        if (employs(id)) {
            employ(change.apply(employees.get(id)));
        }
    }

    void dismiss(String id) {
        Employee gone = employees.remove(id);
        if (gone != null) {
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

    /** Somebody joins a team, or leaves it who was in it; a team is founded by its first member. */
    void turn(String team, String id) {
        Set<String> members = teams.computeIfAbsent(team, unused -> new TreeSet<>());
        if (!members.remove(id)) {
            members.add(id);
        }
        publish(team);
    }

    void dissolve(String team) {
        if (teams.remove(team) != null) {
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

    /** An object of the directory, by its place, counted round. */
    Optional<MemoryObject> object(String objectType, int place) {
        List<MemoryObject> objects = directory().objects(objectType);
        return objects.isEmpty() ? Optional.empty() : Optional.of(objects.get(place % objects.size()));
    }

    Optional<MemoryObject> account(int place) {
        return object("account", place);
    }

    void edit(int place, UnaryOperator<Attributes> change) {
        account(place).ifPresent(account -> {
            touched.add(account.anchor());
            directory().put(account.anchor(), change.apply(account.attributes()));
        });
    }

    void delete(int place) {
        account(place).ifPresent(account -> {
            robbed.addAll(numbers.getOrDefault(account.anchor(), Set.of()));
            robbed.add(account.attributes().text("employeeNumber"));
            touched.add(account.anchor());
            directory().remove("account", account.anchor());
        });
    }

    /** Somebody takes the first member out of a group. */
    void thin(int place) {
        object("group", place).ifPresent(group -> {
            List<Value> left = group.attributes().get("member").asList().stream().skip(1).toList();
            directory().put(group.anchor(), group.attributes().toBuilder().set("member", left).build());
        });
    }

    /** Somebody leaves a telephone number at the gate. */
    void leaveNumber(int place, String phone) {
        List<MemoryObject> badges = landscape.gate().objects("badge");
        if (!badges.isEmpty()) {
            MemoryObject badge = badges.get(place % badges.size());
            landscape.gate().put(badge.anchor(), badge.attributes().with("phone", new TextValue(phone)));
        }
    }

    /**
     * An account that we know as ours gets another number; one that was made by hand, or sent and not seen yet, would be taken for
     * another's second account.
     */
    void renumber(int place, String id) {
        account(place).filter(account -> isOurs(account.anchor())).ifPresent(
                account -> {
                    numbers.computeIfAbsent(account.anchor(), unused -> new HashSet<>())
                            .add(account.attributes().text("employeeNumber"));
                    edit(place, attributes -> attributes.with("employeeNumber", new TextValue(id)));
                });
    }

    private boolean isOurs(Anchor anchor) {
        return Staged.in(landscape).of("directory").stream()
                .anyMatch(account -> anchor.equals(account.anchor()) && account.link().isJoined());
    }

    /** Nobody makes two accounts for one person: which of them is right only a person could say. */
    void make(String id, String name) {
        ObjectType type = landscape.type("directory", "account");
        Attributes account = Attributes.builder(type)
                .set("dn", "uid=" + name + ",ou=People,dc=test")
                .set("uid", name)
                .set("employeeNumber", id)
                .build();
        boolean again = directory().objects("account").stream()
                .anyMatch(other -> wasMadeByHand(other.anchor())
                        && id.equals(other.attributes().text("employeeNumber")));
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

    /** Whether somebody ever deleted an account of this person. */
    boolean wasRobbed(String id) {
        return robbed.contains(id);
    }

    /** Lets the next import of a connector begin where its first one ended. */
    void redeliver(String connector) {
        ImportState state = landscape.store().watermarks().of(connector);
        String first = firstWatermarks.get(connector);
        if (first != null && state.watermark() != null) {
            landscape.store().watermarks().keep(connector, state.resumeAt(first));
        }
    }

    void runs(Runnable work) {
        work.run();
        for (String connector : Landscape.CONNECTORS) {
            String watermark = landscape.store().watermarks().of(connector).watermark();
            if (watermark != null) {
                firstWatermarks.putIfAbsent(connector, watermark);
            }
        }
    }

    void dieAt(int write) {
        life.dieAt(write, landscape::cycle);
    }

    List<Employee> employees() {
        return new ArrayList<>(employees.values());
    }
}
