package org.syncline.platform.engine.story;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.syncline.dsl.ruleset.RunProfile.Kind;

/** Makes stories up; what shrinks first reads simplest. */
final class Stories {
    private static final int LONGEST = 24;

    private Stories() {}

    static Arbitrary<Story> any() {
        return inPagesOf(500, 1, 2);
    }

    static Arbitrary<Story> inPagesOf(Integer... objects) {
        return Combinators.combine(settings(objects), events().list().ofMinSize(1).ofMaxSize(LONGEST)).as(Story::new);
    }

    private static Arbitrary<Setting> settings(Integer... pageSizes) {
        return Combinators.combine(
                Arbitraries.of(0, 7), Arbitraries.of(false, true), Arbitraries.of(false, true),
                Arbitraries.of(pageSizes))
                .as(Setting::new);
    }

    static Arbitrary<Event> changesOfOnePerson() {
        return Arbitraries.oneOf(hires(), changes(), dismissals());
    }

    private static Arbitrary<Event> events() {
        return Arbitraries.frequencyOf(
                Tuple.of(8, cycle()),
                Tuple.of(5, steps()),
                Tuple.of(4, deaths()),
                Tuple.of(8, hires()),
                Tuple.of(9, changes()),
                Tuple.of(4, dismissals()),
                Tuple.of(7, hands()),
                Tuple.of(7, faults()),
                Tuple.of(5, teams()),
                Tuple.of(2, policies().map(Event.Save::new)),
                Tuple.of(1, Arbitraries.of(1, 4, 8).map(Event.Wait::new)));
    }

    private static Arbitrary<Event> cycle() {
        return Arbitraries.create(Event.Cycle::new);
    }

    private static Arbitrary<Event> steps() {
        return Arbitraries.of(Landscape.CONNECTORS)
                .flatMap(connector -> Arbitraries.of(Kind.values())
                        .filter(kind -> kind != Kind.EXPORT || !connector.equals("hr"))
                        .map(kind -> new Event.Step(connector, kind)));
    }

    private static Arbitrary<Policy> policies() {
        Arbitrary<Boolean> either = Arbitraries.of(false, true);
        return Combinators.combine(either, either, either).as(Policy::new);
    }

    private static Arbitrary<Event> deaths() {
        return Arbitraries.integers().between(1, 60).map(Event.Die::new);
    }

    private static Arbitrary<String> people() {
        return Arbitraries.of("1", "2", "3", "4");
    }

    private static Arbitrary<String> firstNames() {
        return Arbitraries.of("Ann", "Al", "Bo");
    }

    private static Arbitrary<String> lastNames() {
        return Arbitraries.of("Smith", "Jones");
    }

    private static Arbitrary<Event> hires() {
        return Combinators.combine(people(), firstNames(), lastNames(), departments(), people().injectNull(0.4))
                .as(Event.Hire::new);
    }

    private static Arbitrary<String> departments() {
        return Arbitraries.of("Plant", "Office", "Lab");
    }

    private static Arbitrary<Event> teams() {
        Arbitrary<String> names = Arbitraries.of("red", "blue");
        return Arbitraries.frequencyOf(
                Tuple.of(6, Combinators.combine(names, people()).as(Event.Turn::new)),
                Tuple.of(1, names.map(Event.Dissolve::new)));
    }

    private static Arbitrary<Event> changes() {
        return Arbitraries.oneOf(
                Combinators.combine(people(), lastNames()).as(Event.ChangeName::new),
                Combinators.combine(people(), people().injectNull(0.3)).as(Event.ChangeBoss::new),
                Combinators.combine(people(), departments().injectNull(0.2)).as(Event.ChangeDepartment::new),
                Combinators.combine(people(), Arbitraries.of("11", "22").injectNull(0.5)).as(Event.ChangePhone::new),
                Combinators.combine(people(), Arbitraries.of(Employee.CURRENT, Employee.EXTERNAL, Employee.LEFT))
                        .as(Event.ChangeStatus::new),
                people().map(Event.Rekey::new));
    }

    private static Arbitrary<Event> dismissals() {
        return people().map(Event.Dismiss::new);
    }

    private static Arbitrary<Event> hands() {
        Arbitrary<Integer> places = Arbitraries.integers().between(0, 3);
        return Arbitraries.oneOf(
                Combinators.combine(places, Arbitraries.of("sn", "givenName", "department", "phone"),
                        Arbitraries.of("Smith", "Wrong"))
                        .as(Event.EditByHand::new),
                Combinators.combine(places, people()).as(Event.RenumberByHand::new),
                Combinators.combine(places, Arbitraries.of("x", "y")).as(Event.RenameByHand::new),
                places.map(Event.DeleteByHand::new),
                places.map(Event.ThinByHand::new),
                Combinators.combine(places, Arbitraries.of("33", "44")).as(Event.LeaveNumber::new),
                Combinators.combine(people(), Arbitraries.of("asmith", "hand")).as(Event.MakeByHand::new));
    }

    private static Arbitrary<Event> faults() {
        Arbitrary<Integer> few = Arbitraries.integers().between(0, 3);
        Arbitrary<String> written = Arbitraries.of("directory", "gate");
        Arbitrary<String> read = Arbitraries.of(Landscape.CONNECTORS);
        return Arbitraries.oneOf(
                written.map(Event.DropExport::new),
                written.map(Event.RefuseExport::new),
                Combinators.combine(written, Arbitraries.of("sn", "department", "label")).as(Event.RewriteExport::new),
                Combinators.combine(written, few).as(Event.BreakExport::new),
                Combinators.combine(read, few).as(Event.BreakImport::new),
                read.map(Event.Redeliver::new));
    }
}
