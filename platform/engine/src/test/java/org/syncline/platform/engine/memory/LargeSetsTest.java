package org.syncline.platform.engine.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.syncline.platform.engine.port.StoreTally;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.Hologram;
import org.syncline.schema.identity.LargeValues;
import org.syncline.schema.identity.ObjectType;
import org.syncline.schema.identity.ReferenceValue;
import org.syncline.schema.identity.Value;

/** A large set behaves like a small one, whatever is done with it, and reads only what it is asked for. */
class LargeSetsTest {
    private static final ObjectType GROUP =
            ObjectType.ofConnectorSpace("group", AttributeDefinition.multi("member", AttributeType.REFERENCE));

    private final StoreTally tally = new StoreTally();

    private Attributes large(Attributes attributes) {
        ConnectorSpaceObject object = ConnectorSpaceObject.unseen(1, "directory", null, GROUP)
                .with(Hologram.unseen(GROUP).stage(attributes).synchronize());
        return new LargeSets(1, tally).given(object).hologram().known();
    }

    private static Attributes group(List<? extends Value> members) {
        return Attributes.builder(GROUP).set("member", members).build();
    }

    private static List<Value> members(int from, int to) {
        List<Value> members = new ArrayList<>();
        for (int number = from; number < to; number++) {
            members.add(ReferenceValue.toKey("p" + number));
        }
        return members;
    }

    private static List<Value> some(Random random) {
        List<Value> some = new ArrayList<>();
        for (int count = random.nextInt(4); count > 0; count--) {
            some.add(ReferenceValue.toKey("p" + random.nextInt(8)));
        }
        return some;
    }

    @Property(tries = 2_000)
    void differsFromASmallOneInNothingButCost(@ForAll long seed) {
        Random random = new Random(seed);
        List<Attributes> small = new ArrayList<>(List.of(group(members(0, 2 + random.nextInt(4)))));
        List<Attributes> large = new ArrayList<>(List.of(large(small.getFirst())));
        for (int step = 0; step < 6; step++) {
            Delta change = Delta.update(List.of(new Delta.AttributeChange(1, some(random), some(random))));
            int from = random.nextInt(small.size());
            small.add(change.applyTo(small.get(from), GROUP));
            large.add(change.applyTo(large.get(from), GROUP));
        }
        for (int one = 0; one < small.size(); one++) {
            assertAlike(small.get(one).get("member"), large.get(one).get("member"), random);
            for (int other = 0; other < small.size(); other++) {
                assertEquals(small.get(one).equals(small.get(other)), large.get(one).equals(large.get(other)));
                assertEquals(small.get(one).equals(small.get(other)), large.get(one).equals(small.get(other)));
                assertEquals(small.get(one).equals(small.get(other)), small.get(one).equals(large.get(other)));
                assertEquals(sets(Delta.between(small.get(one), small.get(other))),
                        sets(Delta.between(large.get(one), large.get(other))));
            }
        }
    }

    private static void assertAlike(Content small, Content large, Random random) {
        assertEquals(small.count(), large.count());
        assertEquals(new HashSet<>(small.asList()), new HashSet<>(large.asList()));
        assertEquals(small.hashCode(), large.hashCode());
        List<Value> asked = some(random);
        assertEquals(small.among(asked), large.among(asked));
        asked.forEach(value -> assertEquals(small.contains(value), large.contains(value)));
    }

    private static List<Set<Value>> sets(Delta delta) {
        List<Set<Value>> sets = new ArrayList<>();
        delta.changes().forEach(change -> {
            sets.add(new HashSet<>(change.added()));
            sets.add(new HashSet<>(change.removed()));
        });
        return sets;
    }

    @Example
    void readsOnlyWhatItIsAskedFor() {
        Attributes before = large(group(members(0, 100_000)));
        Delta change = Delta.update(List.of(new Delta.AttributeChange(1, members(100_000, 100_001), members(7, 8))));

        Attributes after = change.applyTo(before, GROUP);

        assertEquals(change, Delta.between(before, after));
        assertNotEquals(before, after);
        assertEquals(100_000, after.get("member").count());
        assertEquals(1, tally.soFar().valuesLoaded());
        assertEquals(100_000, ((LargeValues) after.get("member")).stored().count());
    }
}
