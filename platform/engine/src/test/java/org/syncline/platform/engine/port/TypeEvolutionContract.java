package org.syncline.platform.engine.port;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.syncline.schema.identity.AttributeDefinition;
import org.syncline.schema.identity.AttributeType;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.ConnectorSpaceObject;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.Lineage;
import org.syncline.schema.identity.MetaverseObject;
import org.syncline.schema.identity.ObjectType;
import org.syncline.schema.identity.ReferenceValue;
import org.syncline.schema.identity.TextValue;

/** What every store promises when the configuration's types change between writing and reading. */
public interface TypeEvolutionContract extends StoreFixture {
    ObjectType CHANGED_ACCOUNT = ObjectType.ofConnectorSpace(
            "account",
            AttributeDefinition.multi("member", AttributeType.REFERENCE),
            AttributeDefinition.single("nickname", AttributeType.STRING),
            AttributeDefinition.single("name", AttributeType.STRING));
    ObjectType CHANGED_PERSON = ObjectType.ofMetaverse(
            "person",
            AttributeDefinition.multi("member", AttributeType.REFERENCE),
            AttributeDefinition.single("nickname", AttributeType.STRING),
            AttributeDefinition.single("name", AttributeType.STRING));

    private ConnectorSpaceObject stored() {
        Attributes known = Attributes.builder(SampleTypes.ACCOUNT)
                .set("dn", "cn=a")
                .set("name", "ann")
                .set("mail", List.of(new TextValue("a@x"), new TextValue("b@x")))
                .set("member", Content.of(List.of(ReferenceValue.toKey("x"), ReferenceValue.toKey("y"))))
                .build();
        ConnectorSpaceObject object = account("directory", known);
        object = object.with(
                object.hologram().stage(known.with("mail", new TextValue("c@x")).with("name", new TextValue("n"))));
        add(object);
        return object;
    }

    @Test
    default void readsObjectsInTheTypeOfTheDay() {
        ConnectorSpaceObject object = stored();
        types().change(CHANGED_ACCOUNT);

        ConnectorSpaceObject read = loaded(object.id());
        assertSame(CHANGED_ACCOUNT, read.type());
        assertEquals(object.hologram().known().as(CHANGED_ACCOUNT), read.hologram().known());
        assertEquals(object.hologram().imported().as(CHANGED_ACCOUNT), read.hologram().imported());
        assertEquals(1, read.hologram().pendingImport().changes().size());
    }

    @Test
    default void writesObjectsInTheTypeOfTheDay() {
        ConnectorSpaceObject object = stored();
        types().change(CHANGED_ACCOUNT);
        ConnectorSpaceObject read = loaded(object.id());
        Attributes known = read.hologram().known().with("nickname", new TextValue("annie")).with("member",
                ReferenceValue.toKey("z"));
        ConnectorSpaceObject changed = read.with(StoreFixture.known(known));
        change(read, changed);
        assertEquals(changed, loaded(object.id()));

        types().change(SampleTypes.ACCOUNT);
        assertEquals("ann", loaded(object.id()).hologram().known().text("name"));
        assertEquals(ReferenceValue.toKey("z"), loaded(object.id()).hologram().known().get("member"));
    }

    @Test
    default void readsObjectsOfTypesThatAreNoLongerConfigured() {
        ConnectorSpaceObject object = stored();
        MetaverseObject person = person("p");
        add(person);
        types().forget();

        assertEquals(object.hologram().known().text("name"), loaded(object.id()).hologram().known().text("name"));
        assertEquals(object.dn(), loaded(object.id()).dn());
        assertEquals("p", loadedIdentity(person.id()).attributes().text("name"));
        assertEquals(List.of(object.id()), space().pendingImports("directory", false, 0, 10));
        change(loaded(object.id()), null);
        assertEquals(List.of(), space().all("directory", 0, 10));
    }

    @Test
    default void readsIdentitiesInTheTypeOfTheDay() {
        MetaverseObject person = person("ann");
        Attributes attributes = person.attributes().with("member",
                Content.of(List.of(ReferenceValue.toIdentity(4), ReferenceValue.toIdentity(5))));
        List<Lineage> name = List.of(new Lineage(1, "r", 2, RunHistoryContract.MORNING));
        List<Lineage> member = List.of(new Lineage(2, "r", 2, RunHistoryContract.MORNING),
                new Lineage(3, "s", 2, RunHistoryContract.MORNING));
        person = person.with(attributes, List.of(name, List.of(), List.of(), member));
        add(person);
        types().changeIdentities(CHANGED_PERSON);

        MetaverseObject read = loadedIdentity(person.id());
        assertSame(CHANGED_PERSON, read.type());
        assertEquals(person.attributes().as(CHANGED_PERSON), read.attributes());
        assertEquals(List.of(member, List.of(), name), read.lineage());
    }

    @Test
    default void keepsMembersWhenAnAttributeTakesSeveralValuesFromNowOn() {
        ObjectType severalManagers = ObjectType.ofConnectorSpace("account",
                AttributeDefinition.multi("manager", AttributeType.REFERENCE),
                AttributeDefinition.single("member", AttributeType.REFERENCE));
        Attributes known = Attributes.builder(SampleTypes.ACCOUNT)
                .set("manager", ReferenceValue.toKey("boss"))
                .set("member", Content.of(List.of(ReferenceValue.toKey("x"), ReferenceValue.toKey("y"))))
                .build();
        ConnectorSpaceObject object = account("directory", known);
        add(object);
        types().change(severalManagers);

        ConnectorSpaceObject read = loaded(object.id());
        assertEquals(known.as(severalManagers), read.hologram().known());
        Attributes more = read.hologram().known().with("manager",
                Content.of(List.of(ReferenceValue.toKey("boss"), ReferenceValue.toKey("second"))));
        ConnectorSpaceObject changed = read.with(StoreFixture.known(more));
        change(read, changed);
        assertEquals(changed, loaded(object.id()));
    }
}
