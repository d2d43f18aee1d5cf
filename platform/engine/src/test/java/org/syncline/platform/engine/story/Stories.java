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
        return Combinators.combine(settings(), events().list().ofMinSize(1).ofMaxSize(LONGEST)).as(Story::new);
    }

    static Arbitrary<Setting> settings() {
        return Combinators.combine(
                Arbitraries.of(0, 7), Arbitraries.of(false, true), Arbitraries.of(500, 1, 2))
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
                Tuple.of(1, Arbitraries.of(1, 4, 8).map(Event.Wait::new)));
    }

    private static Arbitrary<Event> cycle() {
        return Arbitraries.create(Event.Cycle::new);
    }

    private static Arbitrary<Event> steps() {
        return Arbitraries.of(
                new Event.Step("hr", Kind.FULL_IMPORT),
                new Event.Step("hr", Kind.DELTA_IMPORT),
                new Event.Step("hr", Kind.DELTA_SYNC),
                new Event.Step("hr", Kind.FULL_SYNC),
                new Event.Step("directory", Kind.FULL_IMPORT),
                new Event.Step("directory", Kind.DELTA_IMPORT),
                new Event.Step("directory", Kind.DELTA_SYNC),
                new Event.Step("directory", Kind.FULL_SYNC),
                new Event.Step("directory", Kind.EXPORT));
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
        return Combinators.combine(people(), firstNames(), lastNames(), people().injectNull(0.4)).as(Event.Hire::new);
    }

    private static Arbitrary<Event> changes() {
        return Arbitraries.oneOf(
                Combinators.combine(people(), lastNames()).as(Event.ChangeName::new),
                Combinators.combine(people(), people().injectNull(0.3)).as(Event.ChangeBoss::new),
                Combinators.combine(people(), Arbitraries.of(Employee.CURRENT, Setting.EXTERNAL, Setting.LEFT))
                        .as(Event.ChangeStatus::new),
                people().map(Event.Rekey::new));
    }

    private static Arbitrary<Event> dismissals() {
        return people().map(Event.Dismiss::new);
    }

    private static Arbitrary<Event> hands() {
        Arbitrary<Integer> places = Arbitraries.integers().between(0, 3);
        return Arbitraries.oneOf(
                Combinators.combine(places, Arbitraries.of("sn", "givenName"), Arbitraries.of("Smith", "Wrong"))
                        .as(Event.EditByHand::new),
                Combinators.combine(places, people()).as(Event.RenumberByHand::new),
                Combinators.combine(places, Arbitraries.of("x", "y")).as(Event.RenameByHand::new),
                places.map(Event.DeleteByHand::new),
                Combinators.combine(people(), Arbitraries.of("asmith", "hand")).as(Event.MakeByHand::new));
    }

    private static Arbitrary<Event> faults() {
        Arbitrary<Integer> few = Arbitraries.integers().between(0, 3);
        return Arbitraries.oneOf(
                Arbitraries.create(Event.DropExport::new),
                Arbitraries.create(Event.RefuseExport::new),
                few.map(Event.BreakExport::new),
                Combinators.combine(Arbitraries.of("hr", "directory"), few).as(Event.BreakImport::new),
                Arbitraries.of("hr", "directory").map(Event.Redeliver::new));
    }
}
