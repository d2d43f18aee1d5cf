package org.syncline.platform.engine.story;

import java.time.Duration;
import org.syncline.connectors.spi.ExportResult;
import org.syncline.dsl.ruleset.RunProfile.Kind;
import org.syncline.platform.engine.House;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ObjectType;
import org.syncline.schema.identity.TextValue;

/** Something that happens to a company; its text is a sentence of the story. */
sealed interface Event {

    void happenTo(Company company);

    /** @param boss null for none */
    record Hire(String id, String first, String last, String boss) implements Event {
        @Override
        public void happenTo(Company company) {
            if (!company.employs(id)) {
                String bossRow = boss == null ? null : company.row(boss);
                company.employ(new Employee(id, company.row(id), first, last, bossRow, Employee.CURRENT));
            }
        }

        @Override
        public String toString() {
            return id + " is hired as " + first + " " + last + (boss == null ? "" : " under " + boss);
        }
    }

    record ChangeName(String id, String last) implements Event {
        @Override
        public void happenTo(Company company) {
            company.change(id, employee -> employee.called(last));
        }

        @Override
        public String toString() {
            return id + " is called " + last + " now";
        }
    }

    record ChangeBoss(String id, String boss) implements Event {
        @Override
        public void happenTo(Company company) {
            company.change(id, employee -> employee.under(boss == null ? null : company.row(boss)));
        }

        @Override
        public String toString() {
            return id + " works under " + (boss == null ? "nobody" : boss) + " now";
        }
    }

    record ChangeStatus(String id, String status) implements Event {
        @Override
        public void happenTo(Company company) {
            company.change(id, employee -> employee.in(status));
        }

        @Override
        public String toString() {
            return id + " is " + status + " now";
        }
    }

    record Dismiss(String id) implements Event {
        @Override
        public void happenTo(Company company) {
            company.dismiss(id);
        }

        @Override
        public String toString() {
            return id + " is dismissed";
        }
    }

    record Rekey(String id) implements Event {
        @Override
        public void happenTo(Company company) {
            company.rekey(id);
        }

        @Override
        public String toString() {
            return "HR gives the row of " + id + " another key";
        }
    }

    record EditByHand(int place, String attribute, String value) implements Event {
        @Override
        public void happenTo(Company company) {
            company.edit(place, account -> account.with(attribute, new TextValue(value)));
        }

        @Override
        public String toString() {
            return "somebody sets " + attribute + " of account " + place + " to " + value;
        }
    }

    record RenumberByHand(int place, String id) implements Event {
        @Override
        public void happenTo(Company company) {
            company.renumber(place, id);
        }

        @Override
        public String toString() {
            return "somebody gives account " + place + " the number " + id;
        }
    }

    record RenameByHand(int place, String name) implements Event {
        @Override
        public void happenTo(Company company) {
            String dn = "cn=" + name + ",ou=People,dc=test";
            if (company.directory().byDn("account", dn).isEmpty()) {
                company.edit(place, account -> account.with(ObjectType.DN, new TextValue(dn)));
            }
        }

        @Override
        public String toString() {
            return "somebody renames account " + place + " to " + name;
        }
    }

    record DeleteByHand(int place) implements Event {
        @Override
        public void happenTo(Company company) {
            company.account(place).ifPresent(account -> company.directory().remove("account", account.anchor()));
        }

        @Override
        public String toString() {
            return "somebody deletes account " + place;
        }
    }

    record MakeByHand(String id, String name) implements Event {
        @Override
        public void happenTo(Company company) {
            company.make(Attributes.builder(House.ACCOUNT)
                    .set("dn", "uid=" + name + ",ou=People,dc=test")
                    .set("uid", name)
                    .set("employeeNumber", id)
                    .build());
        }

        @Override
        public String toString() {
            return "somebody makes an account " + name + " for " + id;
        }
    }

    record DropExport() implements Event {
        @Override
        public void happenTo(Company company) {
            company.directory().faults().dropNext(operation -> true);
        }

        @Override
        public String toString() {
            return "the directory will drop what is exported next";
        }
    }

    record RefuseExport() implements Event {
        @Override
        public void happenTo(Company company) {
            company.directory()
                    .faults()
                    .rejectNext(
                            operation -> true,
                            new ExportResult.Rejected(
                                    ExportResult.Code.CONSTRAINT_VIOLATION, "not to our liking", null, null));
        }

        @Override
        public String toString() {
            return "the directory will refuse what is exported next";
        }
    }

    record BreakExport(int after) implements Event {
        @Override
        public void happenTo(Company company) {
            company.directory().faults().breakNextExportAfter(after);
        }

        @Override
        public String toString() {
            return "the next export will break off after " + after + " operations";
        }
    }

    record BreakImport(String connector, int after) implements Event {
        @Override
        public void happenTo(Company company) {
            company.system(connector).faults().breakNextImportAfter(after);
        }

        @Override
        public String toString() {
            return "the next import of " + connector + " will break off after " + after + " objects";
        }
    }

    record Redeliver(String connector) implements Event {
        @Override
        public void happenTo(Company company) {
            company.redeliver(connector);
        }

        @Override
        public String toString() {
            return connector + " will deliver once more what it delivered before";
        }
    }

    record Wait(int days) implements Event {
        @Override
        public void happenTo(Company company) {
            company.house().wait(Duration.ofDays(days));
        }

        @Override
        public String toString() {
            return days + " days pass";
        }
    }

    record Step(String connector, Kind kind) implements Event {
        @Override
        public void happenTo(Company company) {
            company.runs(() -> company.house().run(connector, kind));
        }

        @Override
        public String toString() {
            return "run: " + connector + " " + kind.text();
        }
    }

    record Cycle() implements Event {
        @Override
        public void happenTo(Company company) {
            company.runs(() -> company.house().cycle());
        }

        @Override
        public String toString() {
            return "run: a cycle";
        }
    }

    record Die(int write) implements Event {
        @Override
        public void happenTo(Company company) {
            company.dieAt(write);
        }

        @Override
        public String toString() {
            return "run: a cycle, but the process dies at write " + write;
        }
    }
}
