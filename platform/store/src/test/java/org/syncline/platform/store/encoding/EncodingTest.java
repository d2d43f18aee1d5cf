package org.syncline.platform.store.encoding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.BinaryValue;
import org.syncline.schema.identity.BooleanValue;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.DateValue;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.GeneratedSecret;
import org.syncline.schema.identity.Hologram;
import org.syncline.schema.identity.IntegerValue;
import org.syncline.schema.identity.Leaving;
import org.syncline.schema.identity.Lineage;
import org.syncline.schema.identity.MetaverseObject;
import org.syncline.schema.identity.ObjectType;
import org.syncline.schema.identity.Presence;
import org.syncline.schema.identity.ReferenceValue;
import org.syncline.schema.identity.TextValue;
import org.syncline.schema.identity.Value;

/** Whatever is written is read again, value by value and letter by letter. */
class EncodingTest {
    private static final ObjectType TYPE = ObjectType.ofConnectorSpace(
            "any",
            IntStream.range(0, 6).mapToObj(index -> AttributeDefinition.multi("a" + index, AttributeType.STRING))
                    .toList());
    private static final Layout LAYOUT = layout(TYPE, List.of(1, 200, 3, 4, 5, 6, 7));

    private static Layout layout(ObjectType type, List<Integer> numbers) {
        return new Layout(1, type, numbers, numbers.stream().map(number -> false).toList());
    }

    @Provide
    Arbitrary<Value> values() {
        Arbitrary<Instant> instants = Combinators.combine(
                Arbitraries.longs().between(Instant.MIN.getEpochSecond(), Instant.MAX.getEpochSecond()),
                Arbitraries.longs().between(0, 999_999_999)).as(Instant::ofEpochSecond);
        return Arbitraries.oneOf(
                texts().map(TextValue::new),
                Arbitraries.longs().map(IntegerValue::new),
                Arbitraries.of(BooleanValue.values()),
                Arbitraries.bytes().array(byte[].class).map(BinaryValue::new),
                instants.map(DateValue::new),
                texts().map(ReferenceValue::toKey),
                texts().map(ReferenceValue::toDn),
                Arbitraries.longs().map(ReferenceValue::toIdentity),
                Arbitraries.integers().between(8, 1000).map(GeneratedSecret::new));
    }

    /** Any sixteen-bit units at all, halves of surrogate pairs among them. */
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(Arbitraries.strings().all(), Arbitraries.strings().ascii(),
                Arbitraries.strings().alpha());
    }

    private static final LargeSets SETS = new LargeSets(Integer.MAX_VALUE, () -> 1);

    @Provide
    Arbitrary<Attributes> attributes() {
        return values().list().ofMaxSize(3).list().ofSize(TYPE.size()).map(contents -> {
            Attributes.Builder builder = Attributes.builder(TYPE);
            for (int index = 0; index < contents.size(); index++) {
                builder.set(index, Content.of(contents.get(index)));
            }
            return builder.build();
        });
    }

    @Provide
    Arbitrary<Hologram> holograms() {
        Arbitrary<Attributes> states = attributes().injectNull(0.2);
        return Combinators.combine(states, states, states, states)
                .as((known, imported, exported, wanted) -> new Hologram(
                        TYPE, known, Delta.between(known, imported), Delta.between(imported, exported),
                        Delta.between(exported, wanted)));
    }

    @Property
    void numbersComeBack(@ForAll long number) {
        ByteWriter writer = new ByteWriter();
        writer.number(number);
        writer.signed(number);
        ByteReader reader = new ByteReader(writer.toBytes());
        assertEquals(number, reader.number());
        assertEquals(number, reader.signed());
        assertTrue(reader.isAtEnd());
    }

    @Property
    void textsComeBack(@ForAll("texts") String text) {
        ByteWriter writer = new ByteWriter();
        writer.text(text);
        assertEquals(text, new ByteReader(writer.toBytes()).text());
    }

    @Property(tries = 300)
    void hologramsComeBack(@ForAll("holograms") Hologram hologram, @ForAll("attributes") Attributes draft,
            @ForAll boolean isDraft) {
        HologramEncoding.Body body = new HologramEncoding.Body(hologram, isDraft ? draft : null,
                isDraft ? new Leaving("rule", Instant.MAX) : null,
                new Presence(isDraft ? Instant.EPOCH : null, !isDraft));
        HologramEncoding.Body read =
                HologramEncoding.read(HologramEncoding.write(body, LAYOUT, SETS), LAYOUT, Map.of());
        assertEquals(body, read);
        assertEquals(spelled(hologram.known()), spelled(read.hologram().known()));
    }

    private static List<List<String>> spelled(Attributes attributes) {
        List<List<String>> texts = new ArrayList<>();
        for (int index = 0; attributes != null && index < attributes.type().size(); index++) {
            texts.add(attributes.get(index).asList().stream().map(Value::text).toList());
        }
        return texts;
    }

    /** The rules of a store, by number. */
    private static final class Names implements RuleNumbers {
        private final Map<Integer, String> names = new HashMap<>();

        @Override
        public int number(String rule) {
            names.put(rule.hashCode(), rule);
            return rule.hashCode();
        }

        @Override
        public String rule(int number) {
            return names.get(number);
        }
    }

    @Property(tries = 300)
    void identitiesComeBack(@ForAll("attributes") Attributes attributes, @ForAll long contributor,
            @ForAll boolean ending) {
        List<List<Lineage>> lineage = new ArrayList<>();
        for (int index = 0; index < TYPE.size(); index++) {
            List<Lineage> origins = new ArrayList<>();
            for (int value = 0; value < attributes.get(index).count(); value++) {
                origins.add(
                        new Lineage(contributor + value % 2, "a" + index % 3, value, Instant.EPOCH.plusNanos(value)));
            }
            lineage.add(origins);
        }
        MetaverseObject object = new MetaverseObject(7, attributes, lineage, ending ? Instant.MIN : null);
        IdentityEncoding encoding = new IdentityEncoding(new Names());
        assertEquals(object, encoding.read(7, encoding.write(object, LAYOUT, SETS), LAYOUT, Map.of()));
    }

    @Property(tries = 200)
    void attributesComeBackInTheTypeOfTheDay(@ForAll("holograms") Hologram hologram) {
        ObjectType changed = ObjectType.ofConnectorSpace("any", AttributeDefinition.multi("new", AttributeType.STRING),
                AttributeDefinition.multi("a4", AttributeType.STRING),
                AttributeDefinition.multi("a0", AttributeType.STRING));
        Layout layout = layout(changed, List.of(1, 201, 6, 200));
        byte[] bytes =
                HologramEncoding.write(new HologramEncoding.Body(hologram, null, null, Presence.CERTAIN), LAYOUT, SETS);
        Hologram read = HologramEncoding.read(bytes, layout, Map.of()).hologram();
        Attributes expected = hologram.known() == null ? null : hologram.known().as(changed);
        assertEquals(expected, read.known());
        assertEquals(hologram.pendingImport().kind() == Delta.Kind.DELETE,
                read.pendingImport().kind() == Delta.Kind.DELETE);
    }

    @Example
    void refusesABodyOfAVersionToCome() {
        byte[] bytes = HologramEncoding
                .write(new HologramEncoding.Body(Hologram.unseen(TYPE), null, null, Presence.CERTAIN), LAYOUT, SETS);
        bytes[0] = 2;
        UnreadableBody refused =
                assertThrows(UnreadableBody.class, () -> HologramEncoding.read(bytes, LAYOUT, Map.of()));
        assertTrue(refused.getMessage().contains("version 2"), refused.getMessage());
    }
}
