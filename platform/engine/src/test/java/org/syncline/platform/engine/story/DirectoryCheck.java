package org.syncline.platform.engine.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.syncline.connectors.memory.MemoryObject;
import org.syncline.platform.engine.House;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.MetaverseObject;

/** The directory is what a run from scratch makes of HR, but for what somebody did by hand and the rules let stand. */
final class DirectoryCheck {
    private final Company company;
    private final Setting setting;
    private final Staged staged;
    private final Map<Anchor, ConnectorSpaceObject> byAnchor = new HashMap<>();
    private final List<String> wrong = new ArrayList<>();

    DirectoryCheck(Company company, Setting setting, Staged staged) {
        this.company = company;
        this.setting = setting;
        this.staged = staged;
    }

    List<String> wrong() {
        staged.accounts().forEach(this::index);
        Map<String, Account> linked = linkedAccounts();
        Set<String> deleted = reportedAsDeleted();
        Map<String, Account> expected = fromScratch();
        expected.forEach((employee, account) -> {
            Account found = linked.remove(employee);
            if (found == null ? !deleted.contains(employee) : !found.equals(account.without(deleted))) {
                wrong.add("From scratch there is " + account + ", but here is " + found);
            }
        });
        linked.values().forEach(account -> wrong.add("From scratch there is no " + account));
        return wrong;
    }

    private void index(ConnectorSpaceObject account) {
        boolean isAbsent = account.anchor() == null;
        if (isAbsent && !staged.isReportedAsDeleted(account)) {
            wrong.add("Staged, but not there: " + Words.of(account));
        } else if (!isAbsent && byAnchor.put(account.anchor(), account) != null) {
            wrong.add("Staged twice: " + Words.of(account));
        }
    }

    private Map<String, Account> linkedAccounts() {
        Map<String, Account> linked = new HashMap<>();
        for (MemoryObject object : company.directory().objects("account")) {
            ConnectorSpaceObject account = byAnchor.get(object.anchor());
            if (account == null || !object.attributes().equals(account.hologram().wanted())) {
                wrong.add("The directory has " + object + ", staged is "
                        + (account == null ? "nothing" : Words.of(account)));
            } else if (account.link().isJoined()) {
                checkPassword(object);
                Account found = Account.of(company.directory(), object.attributes(), setting.renames());
                if (linked.put(found.employeeNumber(), found) != null) {
                    wrong.add("There are two linked accounts of " + found.employeeNumber());
                }
            } else if (!company.wasTouched(object.anchor())) {
                wrong.add("Nobody owns " + Words.of(account));
            }
        }
        return linked;
    }

    private void checkPassword(MemoryObject account) {
        if (account.attributes().text("password") == null && !company.wasMadeByHand(account.anchor())) {
            wrong.add("It never got a password: " + account);
        }
    }

    private Set<String> reportedAsDeleted() {
        Map<Long, String> numbers = new HashMap<>();
        for (MetaverseObject identity : staged.identities()) {
            numbers.put(identity.id(), Objects.toString(identity.attributes().text("employeeId")));
        }
        Set<String> deleted = new HashSet<>();
        staged.accounts().stream()
                .filter(staged::isReportedAsDeleted)
                .forEach(account -> deleted.add(numbers.get(account.link().identity())));
        return deleted;
    }

    private Map<String, Account> fromScratch() {
        House scratch = setting.house();
        for (MemoryObject row : company.house().hr().objects("employee")) {
            scratch.hr().put(row.anchor(), row.attributes());
        }
        if (!new Calm(scratch).comes()) {
            wrong.add("From scratch it never comes to rest");
        }
        Map<String, Account> accounts = new HashMap<>();
        Account.all(scratch.directory(), setting.renames())
                .forEach(account -> accounts.put(account.employeeNumber(), account));
        scratch.leave();
        return accounts;
    }
}
