package org.syncline.platform.engine.synchronization;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.syncline.connectors.memory.MemoryObject;
import org.syncline.connectors.memory.MemorySystem;
import org.syncline.connectors.spi.ExportOperation;
import org.syncline.connectors.spi.ExportResult;
import org.syncline.dsl.ruleset.RunProfile.Kind;
import org.syncline.platform.engine.GroupHouse;
import org.syncline.platform.engine.WrittenHouse;
import org.syncline.platform.engine.memory.MemoryStore;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.MetaverseObject;
import org.syncline.schema.identity.ReferenceValue;
import org.syncline.schema.identity.Value;

/**
 * Whatever happens to the members of a group, following their changes one by one comes to the same as looking at the whole of it: two
 * houses live the same history, and only in one of them the store gives sets by single values.
 */
class MembershipHistoriesTest {
    private static final int PEOPLE = 7;
    private static final String GROUP = "cn=red,ou=Groups";

    /** What somebody does, or what runs. */
    private record Event(String words, Consumer<Life> happens) {
        @Override
        public String toString() {
            return words;
        }
    }

    /** A house, and what HR says of it. */
    private static final class Life {
        private final WrittenHouse house;
        private final Set<Integer> members = new TreeSet<>();

        Life(Path folder, boolean patches, int pageSize, int most) {
            house = GroupHouse.written(folder, patches).withPagesOf(pageSize)
                    .storedIn(types -> new MemoryStore(types, most));
            for (int person = 0; person < PEOPLE; person++) {
                employ(person, "Ann", "current");
                members.add(person);
            }
            members.remove(0);
            publish();
        }

        void employ(int person, String name, String status) {
            house.put("hr", "employee", "" + person, "id=" + person, "name=" + name, "status=" + status);
        }

        void dismiss(int person) {
            house.remove("hr", "employee", "" + person);
        }

        void turn(int person) {
            if (!members.remove(person)) {
                members.add(person);
            }
            publish();
        }

        private void publish() {
            house.put("hr", "team", "red", "id=red",
                    members.stream().map(String::valueOf).collect(Collectors.joining("|", "member=", "")));
        }

        private MemorySystem directory() {
            return house.system("directory");
        }

        void deleteAccount(int place) {
            List<MemoryObject> accounts = directory().objects("account");
            if (place < accounts.size()) {
                directory().remove("account", accounts.get(place).anchor());
            }
        }

        /** Somebody puts an account into the group by hand, or takes it out. */
        void turnByHand(int place) {
            List<MemoryObject> accounts = directory().objects("account");
            String dn = place < accounts.size() ? accounts.get(place).attributes().dn() : "uid=stranger,ou=People";
            directory().byDn("group", GROUP).ifPresent(group -> {
                List<Value> held = new ArrayList<>(group.attributes().get("member").asList());
                if (!held.remove(ReferenceValue.toDn(dn))) {
                    held.add(ReferenceValue.toDn(dn));
                }
                directory().put(group.anchor(), group.attributes().toBuilder().set("member", held).build());
            });
        }

        void refuse() {
            directory().faults().rejectNext(operation -> operation instanceof ExportOperation.Update,
                    new ExportResult.Rejected(ExportResult.Code.PERMISSION_DENIED, "not here", null, null));
        }

        void drop() {
            directory().faults().dropNext(operation -> true);
        }

        void calmDown() {
            directory().faults().mend();
            for (int cycle = 0; cycle < 4; cycle++) {
                house.cycle();
            }
        }

        /**
         * Everything that is kept, without what differs from house to house: generated anchors; and without the reason why a reference leads
         * to nobody, which is that of the last look at it.
         */
        List<String> state() {
            List<String> state = new ArrayList<>();
            for (String connector : List.of("directory", "hr")) {
                house.store().connectorSpace().load(house.store().connectorSpace().all(connector, 0, 1_000))
                        .forEach(object -> state.add(state(object)));
                house.waiting(connector).forEach(
                        waiting -> state.add(connector + ": " + waiting.replaceAll("unresolved.*", "unresolved")));
                house.errors(connector).forEach(error -> state.add(connector + ": " + error));
            }
            house.store().metaverse().load(house.store().metaverse().all(0, 1_000))
                    .forEach(identity -> state.add(state(identity)));
            house.held("directory", "group", "member").forEach((dn, held) -> state.add(dn + " holds " + held));
            return state;
        }

        private static String state(ConnectorSpaceObject object) {
            return "#" + object.id() + " " + object.type().name() + " " + object.link() + " known "
                    + state(object.hologram().known()) + " imported " + state(object.hologram().pendingImport())
                    + " unconfirmed " + state(object.hologram().unconfirmedExport()) + " to send "
                    + state(object.hologram().pendingExport()) + " draft " + state(object.draft());
        }

        private static String state(MetaverseObject identity) {
            return "identity #" + identity.id() + " " + state(identity.attributes());
        }

        private static String state(Attributes attributes) {
            return attributes == null
                    ? "nothing"
                    : attributes.type().attributes().stream()
                            .filter(attribute -> !attribute.name().equals("entryUUID"))
                            .map(attribute -> attribute.name() + "=" + texts(attributes.get(attribute.name()).asList()))
                            .collect(Collectors.joining(" "));
        }

        private static String state(Delta delta) {
            return delta.kind() + delta.changes().stream()
                    .filter(change -> change.attribute() != 1)
                    .map(change -> change.attribute() + "+" + texts(change.added()) + "-" + texts(change.removed()))
                    .collect(Collectors.joining());
        }

        private static Set<String> texts(List<? extends Value> values) {
            return values.stream().map(Value::text).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Provide
    Arbitrary<List<Event>> histories() {
        return histories(List.of(event("refuse", Life::refuse), event("drop", Life::drop)),
                Combinators.combine(Arbitraries.of("hr", "directory"), Arbitraries.of(Kind.DELTA_IMPORT,
                        Kind.FULL_IMPORT, Kind.DELTA_SYNC, Kind.DELTA_SYNC, Kind.EXPORT))
                        .as((connector, kind) -> event(kind + " " + connector, life -> run(life, connector, kind))));
    }

    /**
     * Histories in which nothing of the directory stays unsynchronized while HR is synchronized, and nothing that is refused is sent in
     * parts: of which of them the fault is then, depends on their order.
     */
    @Provide
    Arbitrary<List<Event>> orderly() {
        return histories(List.of(event("drop", Life::drop)), Arbitraries.of(
                event("read directory", life -> readDirectory(life, Kind.DELTA_IMPORT)),
                event("read the whole directory", life -> readDirectory(life, Kind.FULL_IMPORT)),
                event("import hr", life -> run(life, "hr", Kind.DELTA_IMPORT)),
                event("synchronize hr", life -> run(life, "hr", Kind.DELTA_SYNC)),
                event("export", life -> run(life, "directory", Kind.EXPORT))));
    }

    private static Arbitrary<List<Event>> histories(List<Event> faults, Arbitrary<Event> steps) {
        Arbitrary<Integer> people = Arbitraries.integers().between(0, PEOPLE - 1);
        return Arbitraries.frequencyOf(
                Tuple.of(6, people.map(person -> event("turn " + person, life -> life.turn(person)))),
                Tuple.of(3, Combinators.combine(people, Arbitraries.of("Ann", "Bob"),
                        Arbitraries.of("current", "current", "secret", "left", "waiting"))
                        .as((person, name, status) -> event("employ " + person + " " + name + " " + status,
                                life -> life.employ(person, name, status)))),
                Tuple.of(1, people.map(person -> event("dismiss " + person, life -> life.dismiss(person)))),
                Tuple.of(3, Arbitraries.integers().between(0, PEOPLE).map(
                        place -> event("turn by hand " + place, life -> life.turnByHand(place)))),
                Tuple.of(1, people.map(place -> event("delete " + place, life -> life.deleteAccount(place)))),
                Tuple.of(1, Arbitraries.of(faults)),
                Tuple.of(12, steps))
                .list().ofMinSize(1).ofMaxSize(40);
    }

    private static Event event(String words, Consumer<Life> happens) {
        return new Event(words, happens);
    }

    private static void run(Life life, String connector, Kind kind) {
        if (kind != Kind.EXPORT || connector.equals("directory")) {
            life.house.run(connector, kind);
        }
    }

    private static void readDirectory(Life life, Kind kind) {
        run(life, "directory", kind);
        run(life, "directory", Kind.DELTA_SYNC);
    }

    @Provide
    Arbitrary<Integer> pageSizes() {
        return Arbitraries.of(500, 1, 3);
    }

    @Property(tries = 200, seed = "1", edgeCases = EdgeCasesMode.NONE)
    void areTheSameAfterEveryStep(
            @ForAll("orderly") List<Event> history, @ForAll boolean patches, @ForAll("pageSizes") int pageSize) {
        live(patches, pageSize, (whole, oneByOne) -> {
            for (Event event : history) {
                event.happens().accept(whole);
                event.happens().accept(oneByOne);
                assertEquals(lines(whole.state()), lines(oneByOne.state()), () -> event + " in " + history);
            }
        });
    }

    @Property(tries = 200, seed = "1", edgeCases = EdgeCasesMode.NONE)
    void areTheSameInTheEnd(
            @ForAll("histories") List<Event> history, @ForAll boolean patches, @ForAll("pageSizes") int pageSize) {
        live(patches, pageSize, (whole, oneByOne) -> {
            for (Life life : List.of(whole, oneByOne)) {
                history.forEach(event -> event.happens().accept(life));
                life.calmDown();
            }
            assertEquals(lines(whole.state()), lines(oneByOne.state()), history::toString);
        });
    }

    private static void live(boolean patches, int pageSize, BiConsumer<Life, Life> lives) {
        Path folder = temporary();
        Life whole = new Life(folder.resolve("whole"), patches, pageSize, Integer.MAX_VALUE);
        Life oneByOne = new Life(folder.resolve("one-by-one"), patches, pageSize, 1);
        try {
            whole.house.cycle();
            oneByOne.house.cycle();
            lives.accept(whole, oneByOne);
        } finally {
            whole.house.leave();
            oneByOne.house.leave();
            delete(folder);
        }
    }

    private static String lines(List<String> lines) {
        return String.join("\n", lines);
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("memberships");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
