package org.syncline.platform.engine.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.syncline.connectors.memory.MemoryObject;
import org.syncline.connectors.memory.MemorySystem;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.DistinguishedName;
import org.syncline.schema.identity.ObjectType;
import org.syncline.schema.identity.ReferenceValue;
import org.syncline.schema.identity.TextValue;
import org.syncline.schema.identity.Value;

/** What people do by hand in the directory and at the gate. */
final class Hands {
    private final Landscape landscape;
    private final Tally tally;
    private final Set<Anchor> made = new HashSet<>();
    private final Set<Anchor> touched = new HashSet<>();
    private final Map<Anchor, Set<String>> numbers = new HashMap<>();
    private final Set<String> robbed = new TreeSet<>();

    Hands(Landscape landscape, Tally tally) {
        this.landscape = landscape;
        this.tally = tally;
    }

    private MemorySystem directory() {
        return landscape.directory();
    }

    /** An object of a system, by its place, counted round. */
    private static Optional<MemoryObject> object(MemorySystem system, String objectType, int place) {
        List<MemoryObject> objects = system.objects(objectType);
        return objects.isEmpty() ? Optional.empty() : Optional.of(objects.get(place % objects.size()));
    }

    private Optional<MemoryObject> account(int place) {
        return object(directory(), "account", place);
    }

    void edit(int place, String attribute, String value) {
        account(place).ifPresent(account -> {
            tally.count(Happening.EDIT_BY_HAND);
            edit(account, attributes -> attributes.with(attribute, new TextValue(value)));
        });
    }

    private void edit(MemoryObject account, UnaryOperator<Attributes> change) {
        touched.add(account.anchor());
        directory().put(account.anchor(), change.apply(account.attributes()));
    }

    void rename(int place, String name) {
        account(place)
                .ifPresent(account -> name(account, "cn=" + name + ",ou=People,dc=test", Happening.RENAME_BY_HAND));
    }

    /** To the groups, which may be another partition, or from there. */
    void move(int place) {
        account(place).ifPresent(account -> {
            String dn = account.attributes().dn();
            String container = dn.endsWith(",ou=Groups,dc=test") ? ",ou=People,dc=test" : ",ou=Groups,dc=test";
            name(account, DistinguishedName.rdn(dn) + container, Happening.MOVE_BY_HAND);
        });
    }

    private void name(MemoryObject account, String dn, Happening happening) {
        if (directory().byDn("account", dn).isEmpty()) {
            tally.count(happening);
            edit(account, attributes -> attributes.with(ObjectType.DN, new TextValue(dn)));
            mendReferences(account.attributes().dn(), List.of(ReferenceValue.toDn(dn)));
        }
    }

    /** Everybody in it has another name then, too. */
    void renameUnit(int place, String title) {
        String to = "ou=" + title + ",ou=People,dc=test";
        object(directory(), "unit", place).filter(unit -> directory().byDn("unit", to).isEmpty()).ifPresent(unit -> {
            tally.count(Happening.UNIT_RENAMED_BY_HAND);
            Map<Anchor, String> names = names();
            directory().rename("unit", unit.attributes().dn(), to);
            names().forEach((account, name) -> {
                if (!name.equals(names.get(account))) {
                    mendReferences(names.get(account), List.of(ReferenceValue.toDn(name)));
                }
            });
        });
    }

    private Map<Anchor, String> names() {
        return directory().objects("account").stream()
                .collect(Collectors.toMap(MemoryObject::anchor, account -> account.attributes().dn()));
    }

    void delete(int place) {
        account(place).ifPresent(account -> {
            tally.count(Happening.DELETE_BY_HAND);
            robbed.addAll(numbers.getOrDefault(account.anchor(), Set.of()));
            robbed.add(account.attributes().text("employeeNumber"));
            touched.add(account.anchor());
            directory().remove("account", account.anchor());
            mendReferences(account.attributes().dn(), List.of());
        });
    }

    /** A server with referential integrity mends the references to what somebody renames or deletes. */
    private void mendReferences(String from, List<Value> to) {
        if (landscape.setting().server().mendsReferences()) {
            Value old = ReferenceValue.toDn(from);
            mendReferences("account", "manager", old, to);
            mendReferences("group", "member", old, to);
        }
    }

    private void mendReferences(String objectType, String attribute, Value old, List<Value> to) {
        for (MemoryObject referrer : directory().objects(objectType)) {
            List<Value> values = new ArrayList<>(referrer.attributes().get(attribute).asList());
            if (values.remove(old)) {
                values.addAll(to);
                directory().put(
                        referrer.anchor(), referrer.attributes().toBuilder().set(attribute, values).build());
            }
        }
    }

    /** Somebody takes the first member out of a group. */
    void thin(int place) {
        object(directory(), "group", place).ifPresent(group -> {
            List<Value> left = group.attributes().get("member").asList().stream().skip(1).toList();
            directory().put(group.anchor(), group.attributes().toBuilder().set("member", left).build());
        });
    }

    /** Somebody leaves a telephone number at the gate. */
    void leaveNumber(int place, String phone) {
        object(landscape.gate(), "badge", place).ifPresent(badge -> landscape.gate()
                .put(badge.anchor(), badge.attributes().with("phone", new TextValue(phone))));
    }

    /**
     * An account that we know as ours gets another number; one that was made by hand, or sent and not seen yet, would be taken for
     * another's second account.
     */
    void renumber(int place, String id) {
        account(place).filter(account -> isOurs(account.anchor())).ifPresent(account -> {
            tally.count(Happening.EDIT_BY_HAND);
            numbers.computeIfAbsent(account.anchor(), unused -> new HashSet<>())
                    .add(account.attributes().text("employeeNumber"));
            edit(account, attributes -> attributes.with("employeeNumber", new TextValue(id)));
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
                .anyMatch(other -> wasMade(other.anchor())
                        && id.equals(other.attributes().text("employeeNumber")));
        if (!again && directory().byDn("account", account.dn()).isEmpty()) {
            tally.count(Happening.ADD_BY_HAND);
            made.add(directory().put(account));
        }
    }

    /** Whether it may stay without an owner: its deletion could be dropped, and it is not what was to be deleted any more. */
    boolean touched(Anchor account) {
        return made.contains(account) || touched.contains(account);
    }

    boolean wasMade(Anchor account) {
        return made.contains(account);
    }

    /** Whether somebody ever deleted an account of this person. */
    boolean robbed(String id) {
        return robbed.contains(id);
    }
}
