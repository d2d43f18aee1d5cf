package org.syncline.connectors.sql;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.syncline.connectors.spi.AttributeSettings;
import org.syncline.connectors.spi.ConnectorFactory;
import org.syncline.connectors.spi.ConnectorSettings;
import org.syncline.connectors.spi.ObjectTypeSettings;
import org.syncline.connectors.testkit.ConnectedSystem;
import org.syncline.connectors.testkit.ContractTypes;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.BinaryValue;
import org.syncline.schema.identity.BooleanValue;
import org.syncline.schema.identity.Content;
import org.syncline.schema.identity.DateValue;
import org.syncline.schema.identity.IntegerValue;
import org.syncline.schema.identity.Partitions;
import org.syncline.schema.identity.ReferenceValue;
import org.syncline.schema.identity.TextValue;
import org.syncline.schema.identity.Value;

/** Persons and groups in tables, with tags and members in tables beside them. */
class SqlContractSystem implements ConnectedSystem {
    private static final Map<String, String> PERSON = Map.of(
            ContractTypes.KEY, "login", ContractTypes.NAME, "Full Name", ContractTypes.NOTE, "note",
            ContractTypes.COUNT, "logins", ContractTypes.FLAG, "active", ContractTypes.SINCE, "since",
            ContractTypes.PHOTO, "photo", ContractTypes.TAGS, "tag", ContractTypes.MANAGER, "manager");
    private static final Map<String, String> GROUP = Map.of(
            ContractTypes.KEY, "name", ContractTypes.MEMBERS, "member");

    /** How the system tells what changed. */
    enum Changes {
        NONE,
        /** By a column that grows; deleted persons stay in another table. */
        WATERMARK,
        /** By tables with the anchor of each changed object. */
        TABLE,
        /** By SQL Server, in a database that is set to it. */
        TRACKING
    }

    private final TestDatabase database;
    private final String anchor;
    private final Changes changes;
    private final AtomicLong changeNumbers = new AtomicLong();

    SqlContractSystem(TestDatabase database, String anchor) {
        this(database, anchor, Changes.NONE);
    }

    /** @param anchor {@code id}, which the database makes, or {@code natural} for the keys */
    SqlContractSystem(TestDatabase database, String anchor, Changes changes) {
        this.database = database;
        this.anchor = anchor;
        this.changes = changes;
        database.script("""
                drop table if exists person;
                drop table if exists groups;
                drop table if exists deleted_person;
                drop table if exists person_change;
                drop table if exists group_change;
                drop table if exists person_tag;
                drop table if exists group_member;
                create table person (id %1$s primary key, login %2$s not null unique, "Full Name" %2$s not null,
                  note %3$s, logins bigint, active %4$s, since %5$s, photo %6$s, manager %2$s, changed bigint);
                create table groups (id %1$s primary key, name %2$s not null unique, changed bigint);
                create table deleted_person (id integer, changed bigint);
                create table person_change (nr bigint, id integer);
                create table group_change (nr bigint, id integer);
                create table person_tag (owner %2$s not null, tag %2$s not null, primary key (owner, tag));
                create table group_member (owner %2$s not null, member %2$s not null, primary key (owner, member))
                """.formatted(database.types()));
        if (changes == Changes.TRACKING) {
            database.script("""
                    alter table person enable change_tracking;
                    alter table groups enable change_tracking
                    """);
        }
    }

    @Override
    public ConnectorFactory factory() {
        return new SqlConnectorFactory();
    }

    @Override
    public ConnectorSettings settings(List<ObjectTypeSettings> objectTypes, Partitions partitions) {
        return database.settings(objectTypes);
    }

    @Override
    public ObjectTypeSettings person() {
        return beside(ContractTypes.person("person", anchor("login"), PERSON), ContractTypes.TAGS, "person_tag",
                switch (changes) {
                    case NONE -> Map.of();
                    case WATERMARK -> Map.of("table", "person", "query", """
                            select id, login, "Full Name", note, logins, active, since, photo, manager, changed,
                              false as removed from person
                            union all
                            select id, null, null, null, null, null, null, null, null, changed, true
                            from deleted_person
                            """, "watermark", "changed", "deleted", "removed", "overlap", "0");
                    case TABLE -> Map.of("changes", "person_change", "changes-order", "nr", "overlap", "0",
                            "changes-consumed", "true");
                    case TRACKING -> Map.of("change-tracking", "true");
                });
    }

    @Override
    public ObjectTypeSettings group() {
        return beside(ContractTypes.group("group", anchor("name"), GROUP), ContractTypes.MEMBERS, "group_member",
                switch (changes) {
                    case NONE -> Map.of("table", "groups");
                    case WATERMARK -> Map.of("table", "groups", "watermark", "changed", "overlap", "0");
                    case TABLE -> Map.of("table", "groups", "changes", "group_change", "changes-order", "nr",
                            "overlap", "0");
                    case TRACKING -> Map.of("table", "groups", "change-tracking", "true");
                });
    }

    private String anchor(String natural) {
        return anchor.equals("id") ? "id" : natural;
    }

    private static ObjectTypeSettings beside(
            ObjectTypeSettings type, String attribute, String table, Map<String, String> settings) {
        List<AttributeSettings> attributes = type.attributes().stream()
                .map(each -> each.name().equals(attribute)
                        ? new AttributeSettings(each.name(), each.column(), null, null, null,
                                Map.of("table", table, "owner", "owner"))
                        : each)
                .toList();
        return new ObjectTypeSettings(
                type.type(), type.anchor(), attributes, type.rows(), type.filter(), settings);
    }

    @Override
    public void put(Attributes object) {
        boolean isPerson = object.type().name().equals("person");
        String key = object.text(ContractTypes.KEY);
        if (isPerson) {
            putPerson(object, key);
        } else if (database.ask("select 1 from groups where name = ?", key).isEmpty()) {
            database.run("insert into groups (name) values (?)", key);
        }
        String owner = owner(object.type().name(), key);
        noteChange(isPerson ? "person" : "group", key);
        String side = isPerson ? "person_tag" : "group_member";
        database.run("delete from " + side + " where owner = ?", owner);
        for (Value value : object.get(isPerson ? ContractTypes.TAGS : ContractTypes.MEMBERS).asList()) {
            database.run("insert into " + side + " values (?, ?)", owner, value.text());
        }
    }

    private void noteChange(String type, String key) {
        long number = changeNumbers.incrementAndGet();
        String ofKey = type.equals("person") ? "person where login = ?" : "groups where name = ?";
        database.run("insert into " + type + "_change select " + number + ", id from " + ofKey, key);
        database.run("update " + ofKey.replace("where", "set changed = " + number + " where"), key);
    }

    private void putPerson(Attributes person, String key) {
        if (database.ask("select 1 from person where login = ?", key).isEmpty()) {
            database.run("insert into person (login, \"Full Name\") values (?, '')", key);
        }
        database.run("update person set \"Full Name\" = ?, note = ?, logins = ?, active = ?, since = ?, photo = ?,"
                + " manager = ? where login = ?", person.text(ContractTypes.NAME), person.text(ContractTypes.NOTE),
                person.get(ContractTypes.COUNT) instanceof IntegerValue number ? number.number() : null,
                person.get(ContractTypes.FLAG) instanceof BooleanValue truth ? truth.isTrue() : null,
                person.get(ContractTypes.SINCE) instanceof DateValue date
                        ? LocalDateTime.ofInstant(date.instant(), ZoneOffset.UTC)
                        : null,
                person.get(ContractTypes.PHOTO) instanceof BinaryValue photo ? photo.bytes() : null,
                person.text(ContractTypes.MANAGER), key);
    }

    private String owner(String type, String key) {
        if (!anchor.equals("id")) {
            return key;
        }
        return database.ask(type.equals("person")
                ? "select id from person where login = ?"
                : "select id from groups where name = ?", key).getFirst().getFirst().toString();
    }

    @Override
    public void remove(String objectType, String key) {
        String owner = owner(objectType, key);
        boolean isPerson = objectType.equals("person");
        noteChange(objectType, key);
        if (isPerson) {
            database.run("insert into deleted_person select id, changed from person where login = ?", key);
        }
        database.run("delete from " + (isPerson ? "person_tag" : "group_member") + " where owner = ?", owner);
        database.run(isPerson ? "delete from person where login = ?" : "delete from groups where name = ?", key);
    }

    @Override
    public List<Attributes> objects(String objectType) {
        return objectType.equals("person") ? persons() : groups();
    }

    private List<Attributes> groups() {
        List<Attributes> groups = new ArrayList<>();
        for (List<Object> row : database.ask("select name from groups")) {
            String name = (String) row.getFirst();
            groups.add(Attributes.builder(group().type())
                    .set(ContractTypes.KEY, name)
                    .set(ContractTypes.MEMBERS, side("group_member", owner("group", name)).stream()
                            .map(ReferenceValue::toKey).toList())
                    .build());
        }
        return groups;
    }

    private List<Attributes> persons() {
        List<Attributes> persons = new ArrayList<>();
        for (List<Object> row : database.ask("select login, \"Full Name\", note, logins,"
                + " active, cast(since as varchar(30)), photo, manager from person")) {
            String login = (String) row.get(0);
            Attributes.Builder person = Attributes.builder(person().type());
            person.set(ContractTypes.KEY, login);
            person.set(ContractTypes.NAME, (String) row.get(1));
            person.set(ContractTypes.NOTE, (String) row.get(2));
            set(person, ContractTypes.COUNT, row.get(3) instanceof Long number ? new IntegerValue(number) : null);
            set(person, ContractTypes.FLAG, row.get(4) instanceof Boolean truth ? BooleanValue.of(truth) : null);
            set(person, ContractTypes.SINCE, row.get(5) instanceof String text
                    ? new DateValue(LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC))
                    : null);
            set(person, ContractTypes.PHOTO, row.get(6) instanceof byte[] bytes ? new BinaryValue(bytes) : null);
            set(person, ContractTypes.MANAGER,
                    row.get(7) instanceof String manager ? ReferenceValue.toKey(manager) : null);
            person.set(ContractTypes.TAGS,
                    side("person_tag", owner("person", login)).stream().map(TextValue::new).toList());
            persons.add(person.build());
        }
        return persons;
    }

    private static void set(Attributes.Builder person, String attribute, Value value) {
        if (value != null) {
            person.set(attribute, (Content) value);
        }
    }

    private List<String> side(String table, String owner) {
        return database.ask("select * from " + table + " where owner = ?", owner).stream()
                .map(row -> (String) row.get(1))
                .toList();
    }

    @Override
    public void close() {
        database.close();
    }
}
