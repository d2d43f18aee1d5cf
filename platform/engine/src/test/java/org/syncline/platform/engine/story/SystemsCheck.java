package org.syncline.platform.engine.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.syncline.connectors.memory.MemoryObject;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.MetaverseObject;
import org.syncline.schema.identity.Value;

/** The systems hold what the oracle says, but for what somebody did by hand and the rules let stand; and what is staged is what is there. */
final class SystemsCheck implements Oracle.Told {
    private final Company company;
    private final Staged staged;
    private final Map<String, MemoryObject> accounts = new TreeMap<>();
    private final Map<String, MemoryObject> badges = new TreeMap<>();
    private final Set<Anchor> owned = new HashSet<>();
    private final Oracle oracle;
    private final List<String> wrong = new ArrayList<>();

    SystemsCheck(Company company, Staged staged) {
        this.company = company;
        this.staged = staged;
        Landscape landscape = company.landscape();
        Map<String, List<MemoryObject>> sources = Map.of(
                "employee", landscape.hr().objects("employee"),
                "team", landscape.hr().objects("team"),
                "unit", landscape.hr().objects("unit"),
                "contractor", landscape.agency().objects("contractor"));
        this.oracle = new Oracle(landscape.setting(), landscape.policy(), sources, this);
    }

    List<String> wrong() {
        Landscape.CONNECTORS.forEach(this::checkStaged);
        findOwners("directory", "account", accounts);
        findOwners("gate", "badge", badges);
        checkAccounts();
        checkStrays();
        checkBadges();
        checkGroups();
        checkUnits();
        return wrong;
    }

    @Override
    public MemoryObject account(String number) {
        return accounts.get(number);
    }

    @Override
    public MemoryObject badge(String number) {
        return badges.get(number);
    }

    @Override
    public boolean wasMadeByHand(String number) {
        return company.hands().wasMade(accounts.get(number).anchor());
    }

    @Override
    public boolean isHeld(String number, String attribute) {
        Anchor anchor = accounts.get(number).anchor();
        return company.trouble().mayHold()
                && staged.of("directory").stream()
                        .anyMatch(account -> anchor.equals(account.anchor()) && staged.isHeld(account, attribute));
    }

    private void checkStaged(String connector) {
        Map<Anchor, ConnectorSpaceObject> byAnchor = new HashMap<>();
        for (ConnectorSpaceObject object : staged.of(connector)) {
            if (object.anchor() == null && !staged.isReportedAsDeleted(object)) {
                wrong.add("Staged, but not there: " + Words.of(object));
            } else if (object.anchor() != null && byAnchor.put(object.anchor(), object) != null) {
                wrong.add("Staged twice: " + Words.of(object));
            }
        }
        company.landscape().objects(connector).forEach(object -> {
            ConnectorSpaceObject found = byAnchor.remove(object.anchor());
            if (found == null || !object.attributes().equals(staged.left(found))) {
                wrong.add(connector + " has " + object + ", staged is "
                        + (found == null ? "nothing" : Words.of(found)));
            }
        });
        byAnchor.values().stream().filter(object -> !staged.isReportedAsDeleted(object)).forEach(
                object -> wrong.add("Staged, but not there: " + Words.of(object)));
    }

    private void findOwners(String connector, String objectType, Map<String, MemoryObject> found) {
        Map<Long, String> numbers = new HashMap<>();
        for (MetaverseObject identity : staged.identities()) {
            if (identity.type().name().equals("person")) {
                numbers.put(identity.id(), String.valueOf(identity.attributes().text("employeeId")));
            }
        }
        Map<Anchor, MemoryObject> there = new HashMap<>();
        company.landscape().system(connector).objects(objectType)
                .forEach(object -> there.put(object.anchor(), object));
        for (ConnectorSpaceObject object : staged.of(connector)) {
            String number = numbers.get(object.link().identity());
            if (number != null && object.anchor() != null && there.containsKey(object.anchor())) {
                owned.add(object.anchor());
                if (found.put(number, there.get(object.anchor())) != null) {
                    wrong.add(number + " has two objects of type " + objectType);
                }
            }
        }
    }

    private void checkAccounts() {
        Set<String> missing = new TreeSet<>(oracle.entitled());
        missing.removeAll(accounts.keySet());
        missing.stream().filter(number -> !company.hands().robbed(number) || !isReported(number)).forEach(
                number -> wrong.add("There is no account of " + number));
        for (String number : accounts.keySet()) {
            if (oracle.people().containsKey(number)) {
                wrong.addAll(oracle.complaints(number));
            } else {
                wrong.add("There is no " + number + " whose account " + accounts.get(number) + " could be");
            }
        }
        Set<String> names = new HashSet<>();
        accounts.values().stream()
                .filter(account -> !company.hands().touched(account.anchor()))
                .map(account -> Oracle.text(account, "uid"))
                .filter(uid -> !names.add(uid))
                .forEach(uid -> wrong.add("Two accounts are called " + uid));
    }

    private boolean isReported(String number) {
        Set<Long> identities = new HashSet<>();
        staged.identities().stream()
                .filter(identity -> identity.type().name().equals("person")
                        && number.equals(identity.attributes().text("employeeId")))
                .forEach(identity -> identities.add(identity.id()));
        return staged.of("directory").stream()
                .anyMatch(account -> identities.contains(account.link().identity())
                        && staged.isReportedAsDeleted(account));
    }

    private void checkStrays() {
        Set<String> numbers = new HashSet<>();
        for (MemoryObject account : company.directory().objects("account")) {
            if (!owned.contains(account.anchor()) && !company.hands().touched(account.anchor())) {
                wrong.add("Nobody owns " + account);
            }
            boolean second = !numbers.add(Oracle.text(account, "employeeNumber"));
            if (second && !company.hands().touched(account.anchor()) && owned.contains(account.anchor())) {
                company.directory().objects("account").stream()
                        .filter(other -> owned.contains(other.anchor())
                                && !other.anchor().equals(account.anchor()))
                        .filter(other -> Oracle.text(other, "employeeNumber")
                                .equals(Oracle.text(account, "employeeNumber")))
                        .forEach(other -> wrong.add("A twin: " + account + " and " + other));
            }
        }
    }

    private void checkBadges() {
        List<MemoryObject> found = company.landscape().gate().objects("badge");
        Map<String, String> labels = Oracle.by("owner", found, badge -> Oracle.text(badge, "label"));
        differ("The badges", oracle.badges(), labels);
        differ("How many badges there are", labels.size(), found.size());
    }

    private void checkGroups() {
        List<MemoryObject> found = company.directory().objects("group");
        Map<String, Set<String>> members = Oracle.by("cn", found, SystemsCheck::members);
        differ("The groups", oracle.groups(), members);
        differ("How many groups there are", members.size(), found.size());
    }

    /** A closed unit stays as long as somebody's account is in it that nobody moves. */
    private void checkUnits() {
        Map<String, String> found = new TreeMap<>();
        for (MemoryObject unit : company.directory().objects("unit")) {
            String key = Oracle.text(unit, "key");
            if (oracle.units().containsKey(key) || !holdsSomething(unit)) {
                found.put(key, unit.attributes().dn());
            }
        }
        Map<String, String> expected = new TreeMap<>(oracle.units());
        expected.replaceAll((key, title) -> "ou=" + title + ",ou=People,dc=test");
        differ("The units", expected, found);
    }

    private boolean holdsSomething(MemoryObject unit) {
        return company.directory().objects("account").stream()
                .anyMatch(account -> account.attributes().dn().endsWith("," + unit.attributes().dn()));
    }

    private static Set<String> members(MemoryObject group) {
        Set<String> members = new TreeSet<>();
        group.attributes().get("member").asList().stream().map(Value::text).forEach(members::add);
        return members;
    }

    private void differ(String what, Object expected, Object found) {
        if (!expected.equals(found)) {
            wrong.add(what + " should be " + expected + " but are " + found);
        }
    }
}
