package org.syncline.platform.engine.story;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.syncline.dsl.ruleset.RunProfile.Kind;

/**
 * Something that happens to a company.
 *
 * @param sentence of the story
 */
record Event(String sentence, Consumer<Company> happening) {

    void happenTo(Company company) {
        happening.accept(company);
    }

    @Override
    public String toString() {
        return sentence;
    }

    /** @param boss null for none */
    static Event hire(String id, String first, String last, String department, String boss) {
        return new Event(
                id + " is hired as " + first + " " + last + " in " + department
                        + (boss == null ? "" : " under " + boss),
                company -> company.hire(id, first, last, department, boss));
    }

    static Event dismiss(String id) {
        return new Event(id + " is dismissed", company -> company.dismiss(id));
    }

    static Event rekey(String id) {
        return new Event("HR gives the row of " + id + " another key", company -> company.rekey(id));
    }

    static Event changeName(String id, String last) {
        return new Event(id + " is called " + last + " now", company -> company.rename(id, last));
    }

    /** @param department null for none */
    static Event changeDepartment(String id, String department) {
        return new Event(
                id + " works in " + (department == null ? "no department" : department) + " now",
                company -> company.change(id, employee -> employee.movedTo(department)));
    }

    /** @param phone null for none */
    static Event changePhone(String id, String phone) {
        return new Event(
                id + " has " + (phone == null ? "no phone" : "the phone " + phone) + " now",
                company -> company.change(id, employee -> employee.reachedAt(phone)));
    }

    /** @param boss null for none */
    static Event changeBoss(String id, String boss) {
        return new Event(
                id + " works under " + (boss == null ? "nobody" : boss) + " now",
                company -> company.change(id, employee -> employee.under(boss == null ? null : company.row(boss))));
    }

    static Event changeStatus(String id, String status) {
        return new Event(id + " is " + status + " now", company -> company.change(id, employee -> employee.in(status)));
    }

    static Event title(String unit, String title) {
        return new Event("unit " + unit + " is called " + title + " now", company -> company.title(unit, title));
    }

    static Event close(String unit) {
        return new Event("unit " + unit + " is closed", company -> company.close(unit));
    }

    /** @param unit null for none */
    static Event move(String id, String unit) {
        return new Event(
                id + " moves to " + (unit == null ? "no unit" : "unit " + unit), company -> company.move(id, unit));
    }

    static Event lend(String id, String first, String last, String department) {
        return new Event(
                "the agency lends " + id + " as " + first + " " + last + " to " + department,
                company -> company.lend(new Contractor(id, first, last, department)));
    }

    static Event callBack(String id) {
        return new Event("the agency calls " + id + " back", company -> company.callBack(id));
    }

    static Event takeOver(String id) {
        return new Event(id + " becomes an employee, if lent by the agency", company -> company.takeOver(id));
    }

    static Event turn(String team, String id) {
        return new Event(id + " joins the team " + team + ", or leaves it", company -> company.turn(team, id));
    }

    static Event dissolve(String team) {
        return new Event("the team " + team + " is dissolved", company -> company.dissolve(team));
    }

    static Event openBranch(int people) {
        String[] first = {"Ann", "Al", "Bo"};
        String[] last = {"Smith", "Jones"};
        String[] departments = {"Plant", "Office", "Lab"};
        return new Event("a branch opens with " + people + " people, b1 and more", company -> branch(people)
                .forEach(at -> company.hire(
                        "b" + at, first[at % 3], last[at / 3 % 2], departments[at / 7 % 3],
                        at < 8 ? null : "b" + at / 8)));
    }

    static Event moveBranch(int people, String department, String last) {
        return new Event(
                "everybody of the branch is called " + last + " and works in " + department + " now",
                company -> branch(people).forEach(at -> {
                    company.rename("b" + at, last);
                    company.change("b" + at, employee -> employee.movedTo(department));
                }));
    }

    static Event closeBranch(int people) {
        return new Event(
                "the branch is closed", company -> branch(people).forEach(at -> company.dismiss("b" + at)));
    }

    private static IntStream branch(int people) {
        return IntStream.rangeClosed(1, people);
    }

    static Event save(Policy policy) {
        return new Event("the administrator saves: " + policy, company -> company.save(policy));
    }

    static Event editByHand(int place, String attribute, String value) {
        return new Event(
                "somebody sets " + attribute + " of account " + place + " to " + value,
                company -> company.hands().edit(place, attribute, value));
    }

    static Event renumberByHand(int place, String id) {
        return new Event(
                "somebody gives account " + place + " the number " + id,
                company -> company.hands().renumber(place, id));
    }

    static Event renameByHand(int place, String name) {
        return new Event(
                "somebody renames account " + place + " to " + name, company -> company.hands().rename(place, name));
    }

    static Event moveByHand(int place) {
        return new Event(
                "somebody moves account " + place + " to the groups, or from there to the people",
                company -> company.hands().move(place));
    }

    static Event renameUnitByHand(int place, String title) {
        return new Event(
                "somebody renames the unit " + place + " of the directory to " + title,
                company -> company.hands().renameUnit(place, title));
    }

    static Event deleteByHand(int place) {
        return new Event("somebody deletes account " + place, company -> company.hands().delete(place));
    }

    static Event makeByHand(String id, String name) {
        return new Event(
                "somebody makes an account " + name + " for " + id, company -> company.hands().make(id, name));
    }

    static Event thinByHand(int place) {
        return new Event(
                "somebody takes a member out of group " + place, company -> company.hands().thin(place));
    }

    static Event leaveNumber(int place, String phone) {
        return new Event(
                "the owner of badge " + place + " leaves the number " + phone + " at the gate",
                company -> company.hands().leaveNumber(place, phone));
    }

    static Event dropExport(String connector) {
        return new Event(
                connector + " will drop what is exported next", company -> company.trouble().drop(connector));
    }

    static Event rewriteExport(String connector, String attribute) {
        return new Event(
                connector + " will write another " + attribute + " into what is exported next",
                company -> company.trouble().rewrite(connector, attribute));
    }

    static Event insist(String attribute) {
        return new Event(
                "from now on the directory writes another " + attribute + " than it is told",
                company -> company.trouble().insist(attribute));
    }

    static Event relent() {
        return new Event("the directory writes again what it is told", company -> company.trouble().relent());
    }

    static Event retry() {
        return new Event(
                "somebody asks that the directory be sent again what was given up",
                company -> company.trouble().retry());
    }

    static Event refuseExport(String connector) {
        return new Event(
                connector + " will refuse what is exported next", company -> company.trouble().refuse(connector));
    }

    static Event refuseValue(String attribute, String value, boolean named) {
        return new Event(
                "from now on the directory refuses the " + attribute + " " + value
                        + (named ? "" : ", and does not say which attribute it refuses"),
                company -> company.trouble().refuseValue(attribute, value, named));
    }

    static Event accept() {
        return new Event("the directory accepts every value again", company -> company.trouble().accept());
    }

    static Event spoilRow(String connector) {
        return new Event(
                connector + " will deliver a bad row in the next page",
                company -> company.trouble().spoilRow(connector));
    }

    static Event beBusy(String connector, int times) {
        return new Event(
                connector + " will be too busy for the next " + times + " exports",
                company -> company.trouble().beBusy(connector, times));
    }

    static Event loseAnswer(String connector) {
        return new Event(
                connector + " will do the next export and lose its answer",
                company -> company.trouble().loseAnswer(connector));
    }

    static Event breakExport(String connector, int after) {
        return new Event(
                "the next export to " + connector + " will break off after " + after + " operations",
                company -> company.landscape().system(connector).faults().breakNextExportAfter(after));
    }

    static Event breakImport(String connector, int after) {
        return new Event(
                "the next import of " + connector + " will break off after " + after + " objects",
                company -> company.landscape().system(connector).faults().breakNextImportAfter(after));
    }

    static Event repeatPage(String connector) {
        return new Event(
                connector + " will deliver the next page twice", company -> company.trouble().repeatPage(connector));
    }

    static Event redeliver(String connector) {
        return new Event(
                connector + " will deliver once more what it delivered before",
                company -> company.redeliver(connector));
    }

    static Event wait(int days) {
        return new Event(
                days + (days == 1 ? " day passes" : " days pass"),
                company -> company.landscape().wait(Duration.ofDays(days)));
    }

    static Event step(String connector, Kind kind) {
        return new Event(
                "run: " + connector + " " + kind.text(),
                company -> company.runs(() -> company.landscape().run(connector, kind)));
    }

    static Event stumble(String connector, Kind kind) {
        return new Event(
                "run: " + connector + " " + kind.text() + ", stopped by the first bad row, which there is",
                company -> company.runs(() -> {
                    company.trouble().spoilRow(connector);
                    company.landscape().run(connector, kind, 0);
                }));
    }

    static Event cycle() {
        return new Event("run: a cycle", company -> company.runs(() -> company.landscape().cycle()));
    }

    static Event dieAfterSending(String connector, int pages) {
        return new Event(
                "run: a cycle, but the process dies before it records page " + pages + " that it sent to " + connector,
                company -> company.dieAfterSending(connector, pages));
    }

    static Event die(int write) {
        return new Event(
                "run: a cycle, but the process dies at write " + write, company -> company.dieAt(write));
    }
}
