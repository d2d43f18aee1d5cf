package org.syncline.platform.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.syncline.platform.engine.memory.MemoryStore;
import org.syncline.platform.engine.port.ConnectorSpaceChange;
import org.syncline.platform.engine.port.Keys;
import org.syncline.platform.engine.port.Metaverse.MetaverseChange;
import org.syncline.platform.engine.port.SampleTypes;
import org.syncline.platform.engine.port.Store;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.ContentHash;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.Hologram;
import org.syncline.schema.identity.Lineage;
import org.syncline.schema.identity.Link;
import org.syncline.schema.identity.MetaverseObject;
import org.syncline.schema.identity.ReferenceValue;
import org.syncline.schema.identity.TextValue;
import org.syncline.schema.identity.Value;

/** Whatever is written, in whatever order, all stores answer alike. */
class SameAnswersTest {
    private static final int OBJECTS = 12;
    private static final List<Long> IDS = LongStream.rangeClosed(1, OBJECTS).boxed().toList();
    private static final List<Long> FEW = List.of(2L, (long) OBJECTS);
    private static final List<String> CONNECTORS = List.of("directory", "hr");
    private static final List<ContentHash> KEYS = keys();

    private final SampleTypes types = new SampleTypes();

    private static List<ContentHash> keys() {
        List<ContentHash> keys =
                new ArrayList<>(IntStream.range(0, 6).mapToObj(key -> ContentHash.of("key" + key)).toList());
        for (String connector : CONNECTORS) {
            for (int name = 0; name < 6; name++) {
                keys.add(Keys.anchor(connector, "account", new Anchor("n" + name)));
                keys.add(Keys.value(connector, "name", "n" + name));
                keys.add(Keys.dn(connector, "cn=n" + name));
            }
        }
        return keys;
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void memoryAndH2AnswerAlike(@ForAll long seed) {
        assertAlike(seed, () -> JdbcStore.open("jdbc:h2:mem:" + UUID.randomUUID(), types));
    }

    @Property(tries = 8, shrinking = ShrinkingMode.OFF)
    void memoryAndPostgresAnswerAlike(@ForAll long seed) {
        assertAlike(seed, () -> JdbcStore.open(PostgresStores.newAddress(), types));
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void largeSetsAnswerLikeSmallOnes(@ForAll long seed) {
        try (Store small = new MemoryStore(types);
                Store memory = new MemoryStore(types, 1);
                Store database = JdbcStore.open("jdbc:h2:mem:" + UUID.randomUUID(), types, 1)) {
            History history = new History(new Random(seed));
            for (int step = 0; step < 25; step++) {
                Page page = history.next();
                assertEquals(page.writeTo(small), page.after(memory).writeTo(memory));
                page.after(database).writeTo(database);
                assertAnswersAlike(small, memory);
                assertAnswersAlike(small, database);
            }
        }
    }

    private void assertAlike(long seed, Supplier<Store> opening) {
        try (Store memory = new MemoryStore(types); Store database = opening.get()) {
            History history = new History(new Random(seed));
            for (int step = 0; step < 25; step++) {
                Page page = history.next();
                assertEquals(page.writeTo(memory), page.writeTo(database));
                assertSame(memory, database);
            }
        }
    }

    private static void assertSame(Store memory, Store database) {
        assertAnswersAlike(memory, database);
        assertEquals(memory.statistics().toString(), database.statistics().toString());
    }

    private static void assertAnswersAlike(Store memory, Store database) {
        for (Map.Entry<String, Function<Store, Object>> question : questions().entrySet()) {
            Function<Store, Object> ask = question.getValue();
            assertEquals(ask.apply(memory), ask.apply(database), question.getKey());
        }
    }

    private static Map<String, Function<Store, Object>> questions() {
        Map<String, Function<Store, Object>> questions = new TreeMap<>();
        questions.put("load", store -> store.connectorSpace().load(IDS));
        questions.put("accountsOf", store -> store.connectorSpace().accountsOf(IDS));
        questions.put("accountNamesOf", store -> store.connectorSpace().accountNamesOf(IDS));
        questions.put("load few", store -> store.connectorSpace().load(FEW));
        questions.put("accountsOf few", store -> store.connectorSpace().accountsOf(FEW, Set.of(2L)));
        questions.put("accountNamesOf few", store -> store.connectorSpace().accountNamesOf(FEW));
        questions.put("few identities", store -> normalized(store.metaverse().load(FEW)));
        questions.put("find", store -> store.connectorSpace().find(KEYS));
        questions.put("findNames", store -> store.connectorSpace().findNames(KEYS));
        questions.put("identitiesReferringTo", store -> KEYS.stream()
                .map(key -> store.connectorSpace().identitiesReferringTo(List.of(key)))
                .toList());
        questions.put("identities", store -> normalized(store.metaverse().load(IDS)));
        questions.put("identity keys", store -> store.metaverse().find(KEYS));
        questions.put("referringTo",
                store -> IDS.stream().map(id -> store.metaverse().referringTo(List.of(id))).toList());
        questions.put("all identities", store -> paged(after -> store.metaverse().all(after, 3)));
        questions.put("ending", store -> paged(after -> store.metaverse().ending(after, 2)));
        questions.put("marked", store -> paged(after -> store.metaverse().markedForEvaluation(after, 2)));
        questions.put("identity counts", store -> store.metaverse().counts());
        for (String connector : CONNECTORS) {
            questions.put("loaded " + connector, store -> store.connectorSpace().loadAll(connector, 2, OBJECTS / 2));
            questions.put("all " + connector, store -> paged(after -> store.connectorSpace().all(connector, after, 3)));
            questions.put("imports " + connector,
                    store -> paged(after -> store.connectorSpace().pendingImports(connector, false, after, 2)));
            questions.put("deletes " + connector,
                    store -> paged(after -> store.connectorSpace().pendingImports(connector, true, after, 2)));
            for (Delta.Kind kind : Delta.Kind.values()) {
                questions.put("exports " + connector + kind,
                        store -> paged(
                                after -> store.connectorSpace().pendingExports(connector, "account", kind, after, 2)));
            }
            questions.put("counts " + connector, store -> store.connectorSpace().counts(connector));
            questions.put("fingerprints " + connector, store -> {
                Set<String> read = new TreeSet<>();
                store.connectorSpace().fingerprints(connector, true,
                        (id, type, dn, anchor, report) -> read
                                .add(id + " " + type + " " + dn + " " + anchor + " " + report));
                return read;
            });
        }
        return questions;
    }

    private static List<Long> paged(Function<Long, List<Long>> pages) {
        List<Long> all = new ArrayList<>();
        for (List<Long> page = pages.apply(0L); !page.isEmpty(); page = pages.apply(page.getLast())) {
            all.addAll(page);
        }
        return all;
    }

    /** Values are sets: each with its lineage, in no order. */
    private static List<Object> normalized(List<MetaverseObject> objects) {
        List<Object> normalized = new ArrayList<>();
        for (MetaverseObject object : objects) {
            List<Object> contents = new ArrayList<>();
            for (int index = 0; index < object.type().size(); index++) {
                Map<Value, Lineage> origins = new HashMap<>();
                List<Value> values = object.attributes().get(index).asList();
                for (int value = 0; value < values.size(); value++) {
                    origins.put(values.get(value), object.lineage().get(index).get(value));
                }
                contents.add(origins);
            }
            normalized.add(List.of(object.id(), contents, String.valueOf(object.endingSince())));
        }
        return normalized;
    }

    /** What one transaction writes. */
    private record Page(List<ConnectorSpaceChange> accounts, List<MetaverseChange> identities, List<Long> marked,
            List<Long> unmarked, boolean fails) {

        /** The same, computed from what a store gives: by single values, where it gives large sets. */
        Page after(Store store) {
            return new Page(accounts.stream().map(change -> after(change, store)).toList(),
                    identities.stream().map(change -> after(change, store)).toList(), marked, unmarked, fails);
        }

        private static ConnectorSpaceChange after(ConnectorSpaceChange change, Store store) {
            if (change.before() == null) {
                return change;
            }
            ConnectorSpaceObject before = store.connectorSpace().load(List.of(change.id())).getFirst();
            if (change.after() == null) {
                return new ConnectorSpaceChange(before, null, change.keysBefore(), change.keysAfter());
            }
            Hologram is = before.hologram();
            Hologram becomes = change.after().hologram();
            Attributes known = Delta.between(change.before().hologram().known(), becomes.known())
                    .applyTo(is.known(), is.type());
            Hologram hologram = new Hologram(is.type(), known, becomes.pendingImport(), becomes.unconfirmedExport(),
                    becomes.pendingExport());
            return new ConnectorSpaceChange(
                    before, change.after().with(hologram), change.keysBefore(), change.keysAfter());
        }

        private static MetaverseChange after(MetaverseChange change, Store store) {
            if (change.before() == null) {
                return change;
            }
            MetaverseObject before = store.metaverse().load(List.of(change.id())).getFirst();
            if (change.after() == null) {
                return new MetaverseChange(before, null, change.keysBefore(), change.keysAfter());
            }
            MetaverseObject after = change.after();
            int members = after.type().index("member");
            List<Value> wanted = after.attributes().get(members).asList();
            MetaverseObject changed = before.changed(
                    members, List.of(), null,
                    before.attributes().get(members).without(after.attributes().get(members)));
            for (int at = 0; at < wanted.size(); at++) {
                Lineage lineage = after.lineage().get(members).get(at);
                Content is = changed.attributes().get(members);
                boolean same = is.contains(wanted.get(at))
                        && lineage.equals(changed.lineage().get(members).get(is.asList().indexOf(wanted.get(at))));
                List<Value> one = List.of(wanted.get(at));
                changed = same
                        ? changed
                        : changed.changed(members, List.of(), null, one).changed(members, one, lineage, List.of());
            }
            MetaverseObject result = after.replaced(
                    members, changed.attributes().get(members), changed.lineage().get(members));
            return new MetaverseChange(before, result, change.keysBefore(), change.keysAfter());
        }

        String writeTo(Store store) {
            try {
                store.inTransaction(() -> {
                    store.connectorSpace().write(accounts);
                    store.metaverse().write(identities);
                    store.metaverse().markForEvaluation(marked);
                    store.metaverse().unmark(unmarked);
                    if (fails) {
                        throw new IllegalStateException("on purpose");
                    }
                });
                return "written";
            } catch (IllegalStateException onPurpose) {
                return onPurpose.getMessage();
            }
        }
    }

    /** Makes up one page after another, knowing what was written before. */
    private static final class History {
        private final Random random;
        private final Map<Long, ConnectorSpaceObject> accounts = new HashMap<>();
        private final Map<Long, Set<ContentHash>> accountKeys = new HashMap<>();
        private final Map<Long, MetaverseObject> identities = new HashMap<>();
        private final Map<Long, Set<ContentHash>> identityKeys = new HashMap<>();

        History(Random random) {
            this.random = random;
        }

        Page next() {
            boolean fails = random.nextInt(5) == 0;
            List<ConnectorSpaceChange> accountChanges = new ArrayList<>();
            List<MetaverseChange> identityChanges = new ArrayList<>();
            for (long id : some()) {
                accountChanges.add(new ConnectorSpaceChange(
                        accounts.get(id), account(id), accountKeys.getOrDefault(id, Set.of()), someKeys()));
            }
            for (long id : some()) {
                identityChanges.add(new MetaverseChange(
                        identities.get(id), identity(id), identityKeys.getOrDefault(id, Set.of()), someKeys()));
            }
            accountChanges.removeIf(change -> change.before() == null && change.after() == null);
            identityChanges.removeIf(change -> change.before() == null && change.after() == null);
            accountChanges.replaceAll(change -> change.after() != null
                    ? change
                    : new ConnectorSpaceChange(change.before(), null, change.keysBefore(), Set.of()));
            identityChanges.replaceAll(change -> change.after() != null
                    ? change
                    : new MetaverseChange(change.before(), null, change.keysBefore(), Set.of()));
            if (!fails) {
                accountChanges.forEach(this::remember);
                identityChanges.forEach(this::remember);
            }
            return new Page(accountChanges, identityChanges, some(), some(), fails);
        }

        private void remember(ConnectorSpaceChange change) {
            accounts.put(change.id(), change.after());
            accountKeys.put(change.id(), change.keysAfter());
        }

        private void remember(MetaverseChange change) {
            identities.put(change.id(), change.after());
            identityKeys.put(change.id(), change.keysAfter());
        }

        private List<Long> some() {
            return IDS.stream().filter(id -> random.nextInt(3) == 0).toList();
        }

        private Set<ContentHash> someKeys() {
            Set<ContentHash> keys = new HashSet<>();
            for (int count = random.nextInt(3); count > 0; count--) {
                keys.add(KEYS.get(random.nextInt(KEYS.size())));
            }
            return keys;
        }

        private ConnectorSpaceObject account(long id) {
            ConnectorSpaceObject before = accounts.get(id);
            return switch (random.nextInt(before == null ? 2 : 8)) {
                case 0 -> null;
                case 1 -> fresh(id, before == null ? CONNECTORS.get(random.nextInt(2)) : before.connector());
                case 2 -> before.with(before.hologram().stage(state()));
                case 3 -> before.with(before.hologram().synchronize());
                case 4 -> before.with(before.hologram().want(state()));
                case 5 -> before.with(before.hologram().accept(before.hologram().pendingExport()));
                case 6 -> before.with(link()).reported(new ContentHash(random.nextLong(), 1));
                default -> before;
            };
        }

        private ConnectorSpaceObject fresh(long id, String connector) {
            Anchor anchor = random.nextBoolean() ? null : new Anchor("n" + random.nextInt(6));
            Attributes wanted = state();
            ConnectorSpaceObject object =
                    ConnectorSpaceObject.unseen(id, connector, anchor, SampleTypes.ACCOUNT).with(link());
            return random.nextInt(3) == 0 && wanted != null
                    ? object.withDraft(wanted).with(object.hologram().want(wanted))
                    : object.with(object.hologram().stage(wanted).synchronize());
        }

        private Link link() {
            return switch (random.nextInt(4)) {
                case 0 -> Link.DISCONNECTED;
                case 1 -> Link.FILTERED;
                default -> Link.joined(1 + random.nextInt(OBJECTS), Link.Origin.values()[random.nextInt(4)]);
            };
        }

        private Attributes state() {
            return random.nextInt(8) == 0
                    ? null
                    : Attributes.builder(SampleTypes.ACCOUNT)
                            .set("dn", random.nextBoolean() ? null : "cn=n" + random.nextInt(6))
                            .set("mail", Content.of(several(() -> new TextValue("m" + random.nextInt(4)))))
                            .set("manager", random.nextBoolean() ? Content.of(List.of()) : reference())
                            .set("member", Content.of(several(this::reference)))
                            .build();
        }

        private Value reference() {
            String name = (random.nextBoolean() ? "n" : "N") + random.nextInt(6);
            return random.nextBoolean() ? ReferenceValue.toKey(name) : ReferenceValue.toDn("cn=" + name);
        }

        private List<Value> several(Supplier<Value> one) {
            List<Value> values = new ArrayList<>();
            for (int count = random.nextInt(4); count > 0; count--) {
                values.add(one.get());
            }
            return values;
        }

        private MetaverseObject identity(long id) {
            if (random.nextInt(5) == 0) {
                return null;
            }
            Attributes attributes = Attributes.builder(SampleTypes.PERSON)
                    .set("name", "n" + random.nextInt(3))
                    .set("manager", random.nextBoolean() ? Content.of(List.of()) : target())
                    .set("member", Content.of(several(this::target)))
                    .build();
            List<List<Lineage>> lineage = new ArrayList<>();
            for (int index = 0; index < attributes.type().size(); index++) {
                lineage.add(attributes.get(index).asList().stream().map(value -> lineage()).toList());
            }
            return new MetaverseObject(id, attributes, lineage, random.nextInt(4) == 0 ? Instant.EPOCH : null);
        }

        private Value target() {
            return ReferenceValue.toIdentity(1 + random.nextInt(OBJECTS));
        }

        private Lineage lineage() {
            return new Lineage(random.nextInt(3), "rule" + random.nextInt(2), 1,
                    Instant.EPOCH.plusSeconds(random.nextInt(2)));
        }
    }
}
