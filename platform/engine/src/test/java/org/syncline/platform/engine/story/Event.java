package org.syncline.platform.engine.story;

import java.time.Duration;
import org.syncline.connectors.spi.ExportResult;
import org.syncline.dsl.ruleset.RunProfile.Kind;
import org.syncline.schema.identity.ObjectType;
import org.syncline.schema.identity.TextValue;

/** Something that happens to a company; its text is a sentence of the story. */
sealed interface Event {

    void happenTo(Company company);

    /** @param boss null for none */
    record Hire(String id, String first, String last, String department, String boss) implements Event {
        @Override
        public void happenTo(Company company) {
            if (!company.employs(id)) {
                String bossRow = boss == null ? null : company.row(boss);
                company.employ(new Employee(
                        id, company.row(id), first, last, department, null, bossRow, Employee.CURRENT));
            }
        }

        @Override
        public String toString() {
            return id + " is hired as " + first + " " + last + " in " + department
                    + (boss == null ? "" : " under " + boss);
        }
    }

    /** @param department null for none */
    record ChangeDepartment(String id, String department) implements Event {
        @Override
        public void happenTo(Company company) {
            company.change(id, employee -> employee.movedTo(department));
        }

        @Override
        public String toString() {
            return id + " works in " + department + " now";
        }
    }

    /** @param phone null for none */
    record ChangePhone(String id, String phone) implements Event {
        @Override
        public void happenTo(Company company) {
            company.change(id, employee -> employee.reachedAt(phone));
        }

        @Override
        public String toString() {
            return id + " has the phone " + phone + " now";
        }
    }

    record Turn(String team, String id) implements Event {
        @Override
        public void happenTo(Company company) {
            company.turn(team, id);
        }

        @Override
        public String toString() {
            return id + " joins the team " + team + ", or leaves it";
        }
    }

    record Dissolve(String team) implements Event {
        @Override
        public void happenTo(Company company) {
            company.dissolve(team);
        }

        @Override
        public String toString() {
            return "the team " + team + " is dissolved";
        }
    }

    record Save(Policy policy) implements Event {
        @Override
        public void happenTo(Company company) {
            company.landscape().follow(policy);
        }

        @Override
        public String toString() {
            return "the administrator saves: " + policy;
        }
    }

    record ThinByHand(int place) implements Event {
        @Override
        public void happenTo(Company company) {
            company.thin(place);
        }

        @Override
        public String toString() {
            return "somebody takes a member out of group " + place;
        }
    }

    record LeaveNumber(int place, String phone) implements Event {
        @Override
        public void happenTo(Company company) {
            company.leaveNumber(place, phone);
        }

        @Override
        public String toString() {
            return "the owner of badge " + place + " leaves the number " + phone + " at the gate";
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
            company.delete(place);
        }

        @Override
        public String toString() {
            return "somebody deletes account " + place;
        }
    }

    record MakeByHand(String id, String name) implements Event {
        @Override
        public void happenTo(Company company) {
            company.make(id, name);
        }

        @Override
        public String toString() {
            return "somebody makes an account " + name + " for " + id;
        }
    }

    record DropExport(String connector) implements Event {
        @Override
        public void happenTo(Company company) {
            company.landscape().system(connector).faults().dropNext(operation -> true);
        }

        @Override
        public String toString() {
            return connector + " will drop what is exported next";
        }
    }

    record RewriteExport(String connector, String attribute) implements Event {
        @Override
        public void happenTo(Company company) {
            company.landscape().system(connector).faults().rewriteNext(
                    operation -> true,
                    object -> object.type().has(attribute)
                            ? object.with(attribute, new TextValue("rewritten"))
                            : object);
        }

        @Override
        public String toString() {
            return connector + " will write another " + attribute + " into what is exported next";
        }
    }

    record RefuseExport(String connector) implements Event {
        @Override
        public void happenTo(Company company) {
            company.landscape()
                    .system(connector)
                    .faults()
                    .rejectNext(
                            operation -> true,
                            new ExportResult.Rejected(
                                    ExportResult.Code.CONSTRAINT_VIOLATION, "not to our liking", null, null));
        }

        @Override
        public String toString() {
            return connector + " will refuse what is exported next";
        }
    }

    record BreakExport(String connector, int after) implements Event {
        @Override
        public void happenTo(Company company) {
            company.landscape().system(connector).faults().breakNextExportAfter(after);
        }

        @Override
        public String toString() {
            return "the next export to " + connector + " will break off after " + after + " operations";
        }
    }

    record BreakImport(String connector, int after) implements Event {
        @Override
        public void happenTo(Company company) {
            company.landscape().system(connector).faults().breakNextImportAfter(after);
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
            company.landscape().wait(Duration.ofDays(days));
        }

        @Override
        public String toString() {
            return days + " days pass";
        }
    }

    record Step(String connector, Kind kind) implements Event {
        @Override
        public void happenTo(Company company) {
            company.runs(() -> company.landscape().run(connector, kind));
        }

        @Override
        public String toString() {
            return "run: " + connector + " " + kind.text();
        }
    }

    record Cycle() implements Event {
        @Override
        public void happenTo(Company company) {
            company.runs(() -> company.landscape().cycle());
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
