package org.syncline.platform.engine.story;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;
import org.syncline.dsl.ruleset.RunProfile.Kind;

/** Makes stories up; what shrinks first reads simplest. */
final class Stories {
    private static final int LONGEST = 24;
    private static final int LAST_WRITE = 120;
    private static final int BRANCH = 40;

    private static final List<Server> SERVERS = List.of(
            new Server(true, false), new Server(false, false), new Server(true, true), new Server(false, true),
            new Server(true, false, true), new Server(false, false, true), new Server(true, true, true),
            new Server(false, true, true));

    private Stories() {}

    static Arbitrary<Story> any() {
        return inPagesOf(500, 1, 2);
    }

    static Arbitrary<Story> inPagesOf(Integer... objects) {
        return Combinators
                .combine(settings(objects), beginnings(), events().list().ofMinSize(1).ofMaxSize(LONGEST))
                .as((setting, first, then) -> new Story(
                        setting, Stream.of(first, then).flatMap(List::stream).toList()));
    }

    /** Stories of a company with a branch so large that many threads share its evaluation. */
    static Arbitrary<Story> ofBranches() {
        Arbitrary<Event> events = Arbitraries.frequencyOf(Tuple.of(1, branch()), Tuple.of(6, events()));
        return Combinators.combine(settings(500, 50), events.list().ofMinSize(4).ofMaxSize(LONGEST / 2))
                .as((setting, more) -> new Story(setting, Stream.concat(
                        Stream.of(Event.openBranch(BRANCH)), more.stream()).toList()));
    }

    private static Arbitrary<Event> branch() {
        return Arbitraries.oneOf(
                Arbitraries.just(Event.openBranch(BRANCH)),
                Arbitraries.just(Event.closeBranch(BRANCH)),
                Combinators.combine(departments(), lastNames())
                        .as((department, last) -> Event.moveBranch(BRANCH, department, last)));
    }

    /** Who is there before anything else happens, in a unit or not, and has an account already or not. */
    private static Arbitrary<List<Event>> beginnings() {
        Arbitrary<Event> arrivals = Arbitraries.frequencyOf(
                Tuple.of(4, hires()), Tuple.of(2, lends()), Tuple.of(2, titles()), Tuple.of(2, moves()),
                Tuple.of(1, teams()));
        return Combinators
                .combine(arrivals.list().ofMaxSize(8), Arbitraries.of(false, true))
                .as((events, cycles) -> cycles
                        ? Stream.concat(events.stream(), Stream.of(Event.cycle())).toList()
                        : events);
    }

    private static Arbitrary<Setting> settings(Integer... pageSizes) {
        Arbitrary<Boolean> either = Arbitraries.of(false, true);
        return Combinators.combine(
                Arbitraries.of(0, 7), either, Arbitraries.of(Naming.class), either,
                Arbitraries.of(SERVERS), either, Arbitraries.of(pageSizes),
                Arbitraries.of(1, 4, 16))
                .as(Setting::new);
    }

    static Arbitrary<Event> changesOfOnePerson() {
        return Arbitraries.oneOf(hires(), changes(), dismissals());
    }

    private static Arbitrary<Event> events() {
        return Arbitraries.frequencyOf(
                Tuple.of(8, Arbitraries.create(Event::cycle)),
                Tuple.of(5, steps()),
                Tuple.of(5, deaths()),
                Tuple.of(8, hires()),
                Tuple.of(9, changes()),
                Tuple.of(4, dismissals()),
                Tuple.of(6, loans()),
                Tuple.of(7, hands()),
                Tuple.of(8, faults()),
                Tuple.of(5, teams()),
                Tuple.of(6, units()),
                Tuple.of(2, policies().map(Event::save)),
                Tuple.of(1, Arbitraries.of(1, 4, 8).map(Event::wait)));
    }

    /** At any call that writes, the last as likely as the first; or with a page sent of which nobody knows what became. */
    private static Arbitrary<Event> deaths() {
        return Arbitraries.oneOf(
                Arbitraries.integers()
                        .between(1, LAST_WRITE)
                        .withDistribution(RandomDistribution.uniform())
                        .map(Event::die),
                Combinators.combine(Arbitraries.of(Landscape.TARGETS), Arbitraries.integers().between(1, 4))
                        .as(Event::dieAfterSending));
    }

    private static Arbitrary<Event> steps() {
        return Arbitraries.of(Landscape.CONNECTORS)
                .flatMap(connector -> Arbitraries.of(Kind.values())
                        .filter(kind -> kind != Kind.EXPORT || Landscape.TARGETS.contains(connector))
                        .map(kind -> Event.step(connector, kind)));
    }

    private static Arbitrary<Policy> policies() {
        Arbitrary<Boolean> either = Arbitraries.of(false, true);
        return Combinators.combine(either, either, either).as(Policy::new);
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

    private static Arbitrary<String> departments() {
        return Arbitraries.of("Plant", "Office", "Lab");
    }

    private static Arbitrary<Event> hires() {
        return Combinators.combine(people(), firstNames(), lastNames(), departments(), people().injectNull(0.4))
                .as(Event::hire);
    }

    private static Arbitrary<Event> dismissals() {
        return people().map(Event::dismiss);
    }

    private static Arbitrary<Event> loans() {
        return Arbitraries.frequencyOf(
                Tuple.of(3, lends()),
                Tuple.of(1, people().map(Event::callBack)),
                Tuple.of(4, people().map(Event::takeOver)));
    }

    private static Arbitrary<Event> lends() {
        return Combinators.combine(people(), firstNames(), lastNames(), departments()).as(Event::lend);
    }

    private static Arbitrary<Event> teams() {
        Arbitrary<String> names = Arbitraries.of("red", "blue");
        return Arbitraries.frequencyOf(
                Tuple.of(6, Combinators.combine(names, people()).as(Event::turn)),
                Tuple.of(2, names.map(Event::dissolve)));
    }

    private static Arbitrary<Event> units() {
        return Arbitraries.frequencyOf(
                Tuple.of(3, titles()), Tuple.of(3, moves()), Tuple.of(1, keys().map(Event::close)));
    }

    private static Arbitrary<Event> titles() {
        return Combinators.combine(keys(), Arbitraries.of("North", "South", "West")).as(Event::title);
    }

    private static Arbitrary<Event> moves() {
        return Combinators.combine(people(), keys().injectNull(0.2)).as(Event::move);
    }

    /** Of units. */
    private static Arbitrary<String> keys() {
        return Arbitraries.of("u", "v");
    }

    private static Arbitrary<Event> changes() {
        return Arbitraries.oneOf(
                Combinators.combine(people(), lastNames()).as(Event::changeName),
                Combinators.combine(people(), lastNames()).as(Event::changeName),
                Combinators.combine(people(), people().injectNull(0.3)).as(Event::changeBoss),
                Combinators.combine(people(), departments().injectNull(0.2)).as(Event::changeDepartment),
                Combinators.combine(people(), Arbitraries.of("11", "22").injectNull(0.5)).as(Event::changePhone),
                Combinators.combine(people(), Arbitraries.of(Employee.CURRENT, Employee.EXTERNAL, Employee.LEFT))
                        .as(Event::changeStatus),
                people().map(Event::rekey));
    }

    private static Arbitrary<Event> hands() {
        Arbitrary<Integer> places = Arbitraries.integers().between(0, 3);
        return Arbitraries.oneOf(
                Combinators.combine(places, Arbitraries.of("sn", "givenName", "department", "phone"),
                        Arbitraries.of("Smith", "Wrong"))
                        .as(Event::editByHand),
                Combinators.combine(places, people()).as(Event::renumberByHand),
                Combinators.combine(places, Arbitraries.of("x", "y")).as(Event::renameByHand),
                places.map(Event::moveByHand),
                Combinators.combine(places, Arbitraries.of("Side", "Edge")).as(Event::renameUnitByHand),
                places.map(Event::deleteByHand),
                places.map(Event::thinByHand),
                Combinators.combine(places, Arbitraries.of("33", "44")).as(Event::leaveNumber),
                Combinators.combine(people(), Arbitraries.of("asmith", "hand")).as(Event::makeByHand));
    }

    private static Arbitrary<Event> faults() {
        Arbitrary<Integer> few = Arbitraries.integers().between(0, 3);
        Arbitrary<String> written = Arbitraries.of(Landscape.TARGETS);
        Arbitrary<String> read = Arbitraries.of(Landscape.CONNECTORS);
        return Arbitraries.oneOf(
                written.map(Event::dropExport),
                written.map(Event::refuseExport),
                Combinators.combine(written, Arbitraries.of("sn", "department", "label")).as(Event::rewriteExport),
                Combinators.combine(written, Arbitraries.of(1, 3)).as(Event::beBusy),
                written.map(Event::loseAnswer),
                refusals(),
                refusals(),
                read.map(Event::spoilRow),
                Combinators.combine(read, Arbitraries.of(Kind.FULL_IMPORT, Kind.DELTA_IMPORT)).as(Event::stumble),
                Combinators.combine(written, few).as(Event::breakExport),
                Combinators.combine(read, few).as(Event::breakImport),
                read.map(Event::redeliver),
                read.map(Event::repeatPage),
                Arbitraries.frequencyOf(
                        Tuple.of(3, Arbitraries.of("sn", "department").map(Event::insist)),
                        Tuple.of(1, Arbitraries.create(Event::relent)),
                        Tuple.of(1, Arbitraries.create(Event::retry))));
    }

    private static Arbitrary<Event> refusals() {
        Arbitrary<Boolean> named = Arbitraries.of(true, false);
        return Arbitraries.frequencyOf(
                Tuple.of(3, Combinators.combine(lastNames(), named)
                        .as((last, isNamed) -> Event.refuseValue("sn", last, isNamed))),
                Tuple.of(3, Combinators.combine(departments(), named)
                        .as((department, isNamed) -> Event.refuseValue("department", department, isNamed))),
                Tuple.of(1, Arbitraries.create(Event::accept)));
    }
}
