package org.syncline.platform.engine.port;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.BinaryValue;
import org.syncline.schema.identity.BooleanValue;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.ContentHash;
import org.syncline.schema.identity.DateValue;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.GeneratedSecret;
import org.syncline.schema.identity.Hologram;
import org.syncline.schema.identity.IntegerValue;
import org.syncline.schema.identity.Leaving;
import org.syncline.schema.identity.Link;
import org.syncline.schema.identity.Presence;
import org.syncline.schema.identity.ReferenceValue;
import org.syncline.schema.identity.TextValue;
import org.syncline.schema.identity.Value;

/** What every store promises to give back unchanged of a staged object, and whom its references name. */
public interface HologramContract extends StoreFixture {
    String STRANGE = "Zoë Łukasz 李四 \uD83D\uDE00 e\u0301 \n\t'\"; 0 \uD83D";

    private static Attributes everything(String text) {
        byte[] bytes = new byte[3000];
        new Random(7).nextBytes(bytes);
        return Attributes.builder(SampleTypes.ACCOUNT)
                .set("dn", "cn=Zoë\\, Ł,ou=People")
                .set("name", text)
                .set("mail", List.of(new TextValue("b@x"), new TextValue("a@x"), new TextValue("é@x")))
                .set("age", new IntegerValue(Long.MIN_VALUE))
                .set("active", BooleanValue.TRUE)
                .set("photo", new BinaryValue(bytes))
                .set("born", new DateValue(Instant.parse("-0044-03-15T01:02:03.000000004Z")))
                .set("manager", ReferenceValue.toDn("CN=Boss , OU=People"))
                .set("member",
                        List.of(ReferenceValue.toKey("Größe"), ReferenceValue.toDn("cn=B"), ReferenceValue.toKey("A")))
                .build();
    }

    /** Compares spelling and order too, which equality does not. */
    private void assertGivenBack(ConnectorSpaceObject object) {
        ConnectorSpaceObject loaded = loaded(object.id());
        assertEquals(object, loaded);
        assertEquals(texts(object.hologram().known()), texts(loaded.hologram().known()));
    }

    private static List<List<String>> texts(Attributes attributes) {
        List<List<String>> texts = new ArrayList<>();
        for (int index = 0; attributes != null && index < attributes.type().size(); index++) {
            texts.add(attributes.get(index).asList().stream().map(Value::text).toList());
        }
        return texts;
    }

    @Test
    default void givesBackEveryKindOfValueAsItWas() {
        ConnectorSpaceObject object = account("directory", everything(STRANGE)).with(new Anchor("Ä|\\"));
        add(object);

        assertGivenBack(object);
        BinaryValue photo = (BinaryValue) loaded(object.id()).hologram().known().get("photo");
        assertArrayEquals(
                ((BinaryValue) object.hologram().known().get("photo")).bytes(), photo.bytes());
    }

    @Test
    default void givesBackTheEmptyTextAndTheEmptyBytes() {
        ConnectorSpaceObject object = account("directory", Attributes.builder(SampleTypes.ACCOUNT)
                .set("name", "")
                .set("photo", new BinaryValue(new byte[0]))
                .set("active", BooleanValue.FALSE)
                .set("age", new IntegerValue(-1))
                .build());
        add(object);
        assertGivenBack(object);
    }

    @Test
    default void givesBackAnObjectThatIsKnownWithoutAnyValue() {
        ConnectorSpaceObject object = account("directory", Attributes.empty(SampleTypes.ACCOUNT));
        add(object);
        assertGivenBack(object);
        assertEquals(Attributes.empty(SampleTypes.ACCOUNT), loaded(object.id()).hologram().known());
    }

    @Test
    default void givesBackWhatIsUnderWay() {
        ConnectorSpaceObject object = account("directory", everything("a"));
        Hologram hologram = object.hologram().want(everything("b").with("member", ReferenceValue.toKey("C")));
        hologram = hologram.accept(hologram.pendingExport()).want(everything("c"));
        hologram = new Hologram(hologram.type(), hologram.known(), Delta.between(everything("a"), everything("d")),
                hologram.unconfirmedExport(), hologram.pendingExport());
        object = object.with(hologram);
        add(object);
        assertGivenBack(object);
        change(object, object.with(hologram.stage(null)));
        assertGivenBack(object.with(hologram.stage(null)));
    }

    @Test
    default void givesBackDraftsLinksAndWhatLeaves() {
        Attributes draft = everything("x").with("name", new GeneratedSecret(24));
        ConnectorSpaceObject object = ConnectorSpaceObject.unseen(newId(), "directory", null, SampleTypes.ACCOUNT)
                .withDraft(draft)
                .with(Hologram.unseen(SampleTypes.ACCOUNT).want(draft))
                .with(Link.joined(4, Link.Origin.PROVISIONING));
        object = new ConnectorSpaceObject(object.id(), object.connector(), null, object.hologram(), object.link(),
                object.draft(), new Leaving("geht's", Instant.parse("2026-11-23T03:04:05.123456789Z"), true),
                new Presence(Instant.parse("2026-11-23T04:05:06.123456789Z"), true), object.lastReport());
        add(object);
        assertGivenBack(object);
        for (Link link : List.of(Link.FILTERED, Link.EXPLICITLY_DISCONNECTED, Link.joined(9, Link.Origin.MANUAL),
                Link.joined(9, Link.Origin.PROJECTION), Link.DISCONNECTED)) {
            ConnectorSpaceObject before = loaded(object.id());
            change(before, before.with(link));
            assertEquals(link, loaded(object.id()).link());
        }
    }

    @Test
    default void givesBackAMillionBytesAndMore() {
        byte[] bytes = new byte[3_000_000];
        new Random(1).nextBytes(bytes);
        ConnectorSpaceObject object = account("directory", everything("x").with("photo", new BinaryValue(bytes)));
        add(object);
        assertGivenBack(object);
        ConnectorSpaceObject smaller = object.with(StoreFixture.known(everything("y")));
        change(object, smaller);
        assertGivenBack(smaller);
        change(smaller, object);
        assertGivenBack(object);
    }

    private ConnectorSpaceObject group(Content members) {
        return account("directory", Attributes.builder(SampleTypes.ACCOUNT).set("member", members).build())
                .with(Link.joined(77, Link.Origin.JOIN));
    }

    private static ConnectorSpaceObject withMembers(ConnectorSpaceObject group, Content members) {
        return group.with(StoreFixture.known(group.hologram().known().with("member", members)));
    }

    @Test
    default void addsAndRemovesSingleMembers() {
        ReferenceValue ann = ReferenceValue.toKey("ann");
        ReferenceValue bob = ReferenceValue.toKey("bob");
        ReferenceValue eve = ReferenceValue.toKey("eve");
        ConnectorSpaceObject before = group(Content.of(List.of(ann, bob)));
        add(before);
        ConnectorSpaceObject after = withMembers(before, Content.of(List.of(bob, eve)));
        change(before, after);
        assertGivenBack(after);
        ConnectorSpaceObject one = withMembers(after, eve);
        change(after, one);
        assertGivenBack(one);
        ConnectorSpaceObject none = withMembers(one, Content.of(List.of()));
        change(one, none);
        assertGivenBack(none);
    }

    @Test
    default void writesOneRowForOneChangedMemberOfALargeGroup() {
        List<Value> members = new ArrayList<>();
        for (int index = 0; index < 20_000; index++) {
            members.add(ReferenceValue.toKey("person" + index));
        }
        ConnectorSpaceObject before = group(Content.of(members));
        add(before);
        members.add(ReferenceValue.toKey("one more"));
        ConnectorSpaceObject after = withMembers(before, Content.of(members));
        StoreStatistics then = store().statistics();
        change(before, after);

        Map<String, Long> rows = store().statistics().since(then).rows();
        assertEquals(Map.of("connector-space.update", 1L, "connector-space.insert-references", 1L), rows);
        assertEquals(20_001, loaded(after.id()).hologram().known().get("member").count());
    }

    private static ContentHash byName(String name) {
        return Keys.value("directory", "name", name);
    }

    @Test
    default void findsTheIdentitiesThatReferToAKey() {
        ConnectorSpaceObject byAnchor = account("directory",
                Attributes.builder(SampleTypes.ACCOUNT).set("manager", ReferenceValue.toKey("boss")).build())
                .with(Link.joined(3, Link.Origin.JOIN));
        ConnectorSpaceObject byDn = account("directory",
                Attributes.builder(SampleTypes.ACCOUNT).set("manager", ReferenceValue.toDn("CN=Boss")).build())
                .with(Link.joined(2, Link.Origin.JOIN));
        ConnectorSpaceObject group =
                group(Content.of(List.of(ReferenceValue.toKey("Boss"), ReferenceValue.toKey("x"))));
        ConnectorSpaceObject notJoined = byAnchor.with(Link.DISCONNECTED);
        notJoined =
                new ConnectorSpaceObject(newId(), "directory", null, notJoined.hologram(), notJoined.link(), null, null,
                        Presence.CERTAIN, notJoined.lastReport());
        add(byAnchor, byDn, group, notJoined);

        ContentHash anchor = Keys.anchor("directory", "account", new Anchor("boss"));
        ContentHash dn = Keys.dn("directory", "cn=boss");
        assertEquals(List.of(3L), space().identitiesReferringTo(List.of(anchor)));
        assertEquals(List.of(2L, 3L, 77L), space().identitiesReferringTo(List.of(anchor, dn, byName("boss"))));
        assertEquals(List.of(), space().identitiesReferringTo(List.of(Keys.dn("hr", "cn=boss"))));

        change(group, withMembers(group, ReferenceValue.toKey("x")));
        change(byDn, byDn.with(StoreFixture.known(Attributes.empty(SampleTypes.ACCOUNT))));
        change(byAnchor, null);
        assertEquals(List.of(), space().identitiesReferringTo(List.of(anchor, dn, byName("boss"))));
        assertEquals(List.of(77L), space().identitiesReferringTo(List.of(byName("x"))));
    }

    @Test
    default void countsAReferenceOnlyOnceItIsSynchronized() {
        Attributes managed =
                Attributes.builder(SampleTypes.ACCOUNT).set("manager", ReferenceValue.toKey("boss")).build();
        ConnectorSpaceObject staged = ConnectorSpaceObject.unseen(newId(), "directory", null, SampleTypes.ACCOUNT)
                .with(Hologram.unseen(SampleTypes.ACCOUNT).stage(managed))
                .with(Link.joined(5, Link.Origin.JOIN));
        add(staged);
        ContentHash anchor = Keys.anchor("directory", "account", new Anchor("boss"));
        assertEquals(List.of(), space().identitiesReferringTo(List.of(anchor)));

        change(staged, staged.with(staged.hologram().synchronize()));
        assertEquals(List.of(5L), space().identitiesReferringTo(List.of(anchor)));
        assertNotEquals(null, loaded(staged.id()));
    }
}
