package org.syncline.connectors.activedirectory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.unboundid.ldap.sdk.Attribute;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.ConnectorSettings;
import org.syncline.connectors.spi.ExportOperation;
import org.syncline.connectors.spi.ExportResult;
import org.syncline.connectors.spi.ImportedChange;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.DateValue;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.IntegerValue;
import org.syncline.schema.identity.ReferenceValue;
import org.syncline.schema.identity.TextValue;
import org.syncline.schema.identity.Value;

@Tag("samba")
class ActiveDirectoryTest {
    private static final IntegerValue ENABLED = new IntegerValue(512);
    private static final IntegerValue DISABLED = new IntegerValue(514);

    private Domain domain;
    private Connector connector;

    @BeforeEach
    void connect() {
        domain = Domain.open();
        connector = domain.connect(Map.of(), Accounts.USER, Accounts.GROUP, Accounts.CONTACT, Accounts.UNIT);
    }

    @AfterEach
    void close() {
        if (connector != null) {
            connector.close();
            domain.close();
        }
    }

    @Test
    void tellsObjectTypesApart() {
        domain.add(domain.dn("CN=ann"), Accounts.objectClass("user"));
        domain.add(domain.dn("CN=machine"), Accounts.objectClass("computer"));
        domain.add(domain.dn("CN=friend"), Accounts.objectClass("contact"));
        domain.add(domain.dn("CN=staff"), Accounts.objectClass("group"));
        domain.addUnit(domain.dn("OU=sales"));
        Accounts accounts = Accounts.read(connector);
        assertEquals(List.of(domain.dn("CN=ann")), accounts.names(Accounts.USER));
        assertEquals(List.of(domain.dn("CN=friend")), accounts.names(Accounts.CONTACT));
        assertEquals(List.of(domain.dn("CN=staff")), accounts.names(Accounts.GROUP));
        assertEquals(List.of(domain.dn("OU=sales"), domain.base()), accounts.names(Accounts.UNIT));
    }

    @Test
    void theAnchorIsTheGuidAsTheDomainControllerItselfReadsIt() {
        domain.add(domain.dn("CN=ann"), Accounts.objectClass("user"));
        ImportedChange.Whole ann = Accounts.read(connector).named(domain.dn("CN=ann"));
        assertTrue(ann.anchor().text().matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"), ann.anchor().text());
        assertEquals(domain.dn("CN=ann"), domain.entry("<GUID=" + ann.anchor() + ">", "cn").getDN());
        assertEquals(ann.attributes(), connector.readOne("user", ann.anchor(), null).orElseThrow().attributes());
    }

    private Attributes.Builder account(String name) {
        return Attributes.builder(Accounts.USER.type())
                .set("dn", domain.dn("CN=" + name))
                .set("sAMAccountName", name + domain.number());
    }

    @Test
    void addsAnAccountThatCanLogOnAtOnceAndChangesItsPassword() {
        String dn = domain.dn("CN=bob");
        export(new ExportOperation.Add(account("bob")
                .set("unicodePwd", "First \"pass\" wörd 1")
                .set("userAccountControl", ENABLED)
                .build()));
        assertTrue(domain.isPassword(dn, "First \"pass\" wörd 1"));
        ImportedChange.Whole bob = Accounts.read(connector).named(dn);
        assertFalse(bob.attributes().get("unicodePwd").isPresent());
        export(update(bob, "unicodePwd", new TextValue("Second password 2"), null));
        assertTrue(domain.isPassword(dn, "Second password 2"));
        assertFalse(domain.isPassword(dn, "First \"pass\" wörd 1"));
    }

    @Test
    void saysInPlainWordsThatAPasswordIsTooWeak() {
        ExportResult.Rejected refusal = refused(new ExportOperation.Add(account("weak")
                .set("unicodePwd", "weak")
                .set("userAccountControl", ENABLED)
                .build()));
        assertEquals(ExportResult.Code.CONSTRAINT_VIOLATION, refusal.code());
        assertTrue(refusal.message().contains("the password does not meet the rules of the domain"),
                refusal.message());
        assertEquals(List.of(), Accounts.read(connector).names(Accounts.USER));
    }

    @Test
    void disablesAndEnablesAnAccount() {
        String dn = domain.dn("CN=eve");
        export(new ExportOperation.Add(account("eve")
                .set("unicodePwd", "Some pass word 1")
                .set("userAccountControl", ENABLED)
                .build()));
        export(control(dn, DISABLED));
        assertFalse(domain.isPassword(dn, "Some pass word 1"));
        export(control(dn, ENABLED));
        assertTrue(domain.isPassword(dn, "Some pass word 1"));
    }

    private ExportOperation control(String dn, IntegerValue flags) {
        ImportedChange.Whole account = Accounts.read(connector).named(dn);
        return update(account, "userAccountControl", flags,
                account.attributes().get("userAccountControl").asList().getFirst());
    }

    @Test
    void refusesAnAccountNameThatIsTaken() {
        String name = "taken" + domain.number();
        domain.add(domain.dn("CN=first"), Accounts.objectClass("user"), new Attribute("sAMAccountName", name));
        ExportResult.Rejected refusal =
                refused(new ExportOperation.Add(account("second").set("sAMAccountName", name).build()));
        assertEquals(ExportResult.Code.ALREADY_EXISTS, refusal.code());
    }

    @Test
    void membersMayBeThereOrGoneAlready() {
        domain.add(domain.dn("CN=ann"), Accounts.objectClass("user"));
        domain.add(domain.dn("CN=bob"), Accounts.objectClass("user"));
        domain.add(domain.dn("CN=eve"), Accounts.objectClass("user"));
        domain.add(domain.dn("CN=staff"), Accounts.objectClass("group"),
                new Attribute("member", domain.dn("CN=ann")));
        ImportedChange.Whole staff = Accounts.read(connector).named(domain.dn("CN=staff"));
        List<Value> added = List.of(reference("ann"), reference("eve"));
        Delta.AttributeChange change =
                new Delta.AttributeChange(staff.attributes().type().index("member"), added, List.of(reference("bob")));
        export(new ExportOperation.Update("group", staff.anchor(), staff.attributes().dn(), List.of(change),
                staff.attributes()));
        assertEquals(List.of(domain.dn("CN=ann"), domain.dn("CN=eve")),
                List.of(domain.entry(domain.dn("CN=staff"), "member").getAttributeValues("member")).stream()
                        .sorted().toList());
    }

    private ReferenceValue reference(String name) {
        return ReferenceValue.toDn(domain.dn("CN=" + name));
    }

    @Test
    void makesOrganizationalUnitsThatAreMissingAboveANewAndAMovedAccount() {
        try (Connector maker = domain.connect(Map.of("create-missing-containers", "true"), Accounts.USER)) {
            List<ExportOperation> page = IntStream.range(0, 8)
                    .mapToObj(i -> (ExportOperation) new ExportOperation.Add(account("p" + i)
                            .set("dn", domain.dn("CN=p" + i + ",OU=team,OU=sales"))
                            .build()))
                    .toList();
            maker.export(page).forEach(result -> assertTrue(result instanceof ExportResult.Accepted, result::toString));
            ImportedChange.Whole mover = Accounts.read(maker).named(domain.dn("CN=p0,OU=team,OU=sales"));
            String there = domain.dn("CN=p0,OU=gone,OU=archive");
            assertEquals(new ExportResult.Accepted(mover.anchor(), there),
                    maker.export(List.of(update(mover, "dn", new TextValue(there),
                            new TextValue(mover.attributes().dn())))).getFirst());
            ExportResult.Rejected refusal = (ExportResult.Rejected) maker.export(List.of(new ExportOperation.Add(
                    account("q").set("dn", domain.dn("CN=q,CN=nobody,OU=sales")).build()))).getFirst();
            assertTrue(refusal.message().contains("'" + domain.dn("CN=nobody,OU=sales")
                    + "' is missing and cannot be made"), refusal.message());
        }
    }

    /** Both 0 and the greatest number mean that an account never expires. */
    @Test
    void datesOfLargeIntegersAreDatesAndNoneIsNever() {
        Instant date = Instant.parse("2031-05-01T00:00:00Z");
        try (Connector reader = domain.connect(Map.of(), Accounts.DATED)) {
            domain.add(domain.dn("CN=ann"), Accounts.objectClass("user"),
                    new Attribute("accountExpires", "132539328000000000"));
            domain.add(domain.dn("CN=bob"), Accounts.objectClass("user"));
            domain.add(domain.dn("CN=eve"), Accounts.objectClass("user"), new Attribute("accountExpires", "0"));
            assertFalse(dated(reader, "bob").attributes().get("accountExpires").isPresent());
            assertFalse(dated(reader, "eve").attributes().get("accountExpires").isPresent());
            DateValue before = new DateValue(Instant.parse("2021-01-01T00:00:00Z"));
            assertEquals(List.of(before), dated(reader, "ann").attributes().get("accountExpires").asList());
            reader.export(List.of(update(dated(reader, "ann"), "accountExpires", new DateValue(date), before)));
            assertEquals(List.of(new DateValue(date)),
                    dated(reader, "ann").attributes().get("accountExpires").asList());
            assertEquals("135798336000000000", domain.entry(domain.dn("CN=ann"), "accountExpires")
                    .getAttributeValue("accountExpires"));
            reader.export(List.of(new ExportOperation.Update("user", dated(reader, "ann").anchor(), domain.dn("CN=ann"),
                    List.of(new Delta.AttributeChange(Accounts.DATED.type().index("accountExpires"), List.of(),
                            List.of(new DateValue(date)))),
                    null)));
            assertEquals("9223372036854775807", domain.entry(domain.dn("CN=ann"), "accountExpires")
                    .getAttributeValue("accountExpires"));
            assertFalse(dated(reader, "ann").attributes().get("accountExpires").isPresent());
        }
    }

    private ImportedChange.Whole dated(Connector reader, String name) {
        return Accounts.read(reader).named(domain.dn("CN=" + name));
    }

    /** Taking away when the password was set makes its owner set another. */
    @Test
    void aPasswordThatMustBeChangedHasNoDate() {
        try (Connector reader = domain.connect(Map.of(), Accounts.DATED)) {
            domain.add(domain.dn("CN=ann"), Accounts.objectClass("user"),
                    new Attribute("unicodePwd", Domain.password("Some pass word 1")),
                    new Attribute("userAccountControl", ENABLED.text()));
            ImportedChange.Whole ann = dated(reader, "ann");
            assertTrue(domain.isPassword(domain.dn("CN=ann"), "Some pass word 1"));
            Value set = ann.attributes().get("pwdLastSet").asList().getFirst();
            reader.export(List.of(new ExportOperation.Update("user", ann.anchor(), domain.dn("CN=ann"),
                    List.of(new Delta.AttributeChange(
                            Accounts.DATED.type().index("pwdLastSet"), List.of(), List.of(set))),
                    null)));
            assertEquals("0", domain.entry(domain.dn("CN=ann"), "pwdLastSet").getAttributeValue("pwdLastSet"));
            assertFalse(dated(reader, "ann").attributes().get("pwdLastSet").isPresent());
            assertFalse(domain.isPassword(domain.dn("CN=ann"), "Some pass word 1"));
        }
    }

    @Test
    void oneThatIsRefusedInThePageDoesNotStopTheOthers() {
        String taken = "taken" + domain.number();
        domain.add(domain.dn("CN=first"), Accounts.objectClass("user"), new Attribute("sAMAccountName", taken));
        List<ExportResult> results = connector.export(List.of(new ExportOperation.Add(account("one").build()),
                new ExportOperation.Add(account("weak")
                        .set("unicodePwd", "weak")
                        .set("userAccountControl", ENABLED)
                        .build()),
                new ExportOperation.Add(account("second").set("sAMAccountName", taken).build()),
                new ExportOperation.Add(account("nowhere").set("dn", domain.dn("CN=nowhere,OU=none")).build()),
                new ExportOperation.Add(account("two").build())));
        assertEquals(List.of(ExportResult.Code.CONSTRAINT_VIOLATION, ExportResult.Code.ALREADY_EXISTS,
                ExportResult.Code.NO_SUCH_OBJECT),
                results.subList(1, 4).stream()
                        .map(result -> ((ExportResult.Rejected) result).code())
                        .toList());
        assertEquals(List.of(domain.dn("CN=first"), domain.dn("CN=one"), domain.dn("CN=two")),
                Accounts.read(connector).names(Accounts.USER));
    }

    @Test
    void passwordsAreSetOverAConnectionThatWasEncryptedByStartTls() {
        try (Connector encrypted = domain.connect(
                Map.of("server", "ldap://" + domain.server().address(), "start-tls", "true", "delta", "dirsync"),
                Accounts.USER)) {
            Accounts accounts = Accounts.read(encrypted);
            ExportResult result = encrypted.export(List.of(new ExportOperation.Add(account("bob")
                    .set("unicodePwd", "Some pass word 1")
                    .set("userAccountControl", ENABLED)
                    .build()))).getFirst();
            assertTrue(result instanceof ExportResult.Accepted, () -> "was " + result);
            assertTrue(domain.isPassword(domain.dn("CN=bob"), "Some pass word 1"));
            accounts.readChanges();
            assertEquals(List.of(domain.dn("CN=bob")), accounts.toldNames());
        }
    }

    /** Security groups; 2 is global, 4 domain-local, 8 universal. */
    @ParameterizedTest
    @ValueSource(ints = {2, 4, 8})
    void makesGroupsOfEveryScope(int scope) {
        IntegerValue groupType = new IntegerValue(Integer.MIN_VALUE | scope);
        try (Connector maker = domain.connect(Map.of(), Accounts.SCOPED_GROUP)) {
            ExportResult result = maker.export(List.of(new ExportOperation.Add(
                    Attributes.builder(Accounts.SCOPED_GROUP.type())
                            .set("dn", domain.dn("CN=staff"))
                            .set("sAMAccountName", "staff" + domain.number())
                            .set("groupType", groupType)
                            .build())))
                    .getFirst();
            assertTrue(result instanceof ExportResult.Accepted, () -> "was " + result);
            assertEquals(List.of(groupType), Accounts.read(maker).named(domain.dn("CN=staff")).attributes()
                    .get("groupType").asList());
        }
    }

    @Test
    void aGlobalGroupBecomesAUniversalOne() {
        domain.add(domain.dn("CN=staff"), Accounts.objectClass("group"), new Attribute("groupType", "-2147483646"));
        try (Connector maker = domain.connect(Map.of(), Accounts.SCOPED_GROUP)) {
            ImportedChange.Whole staff = Accounts.read(maker).named(domain.dn("CN=staff"));
            ExportResult result = maker.export(List.of(update(staff, "groupType", new IntegerValue(-2147483640),
                    staff.attributes().get("groupType").asList().getFirst()))).getFirst();
            assertTrue(result instanceof ExportResult.Accepted, () -> "was " + result);
            assertEquals("-2147483640",
                    domain.entry(domain.dn("CN=staff"), "groupType").getAttributeValue("groupType"));
        }
    }

    @Test
    void anAccountIsFollowedWhereSomebodyMovedIt() {
        domain.addUnit(domain.dn("OU=sales"));
        domain.add(domain.dn("CN=ann"), Accounts.objectClass("user"));
        ImportedChange.Whole ann = Accounts.read(connector).named(domain.dn("CN=ann"));
        domain.rename(domain.dn("CN=ann"), "CN=anna", domain.dn("OU=sales"));
        export(new ExportOperation.Delete("user", ann.anchor(), ann.attributes().dn()));
        assertNull(domain.entry(domain.dn("CN=anna,OU=sales"), "cn"));
    }

    @Test
    void saysInPlainWordsWhyItMayNotLogOn() {
        ConnectorSettings right = domain.settings(Map.of());
        ConnectorSettings wrong = new ConnectorSettings(right.connector(), right.folder(), right.values(),
                Map.of("password", "not this one"), right.objectTypes());
        assertNotLetIn(wrong, "its password is another one");
        String name = "off" + domain.number();
        domain.add(domain.dn("CN=off"), Accounts.objectClass("user"), new Attribute("sAMAccountName", name),
                new Attribute("unicodePwd", Domain.password("Some pass word 1")),
                new Attribute("userAccountControl", DISABLED.text()));
        ConnectorSettings off = domain.settings(Map.of("bind-dn", domain.dn("CN=off")));
        assertNotLetIn(new ConnectorSettings(off.connector(), off.folder(), off.values(),
                Map.of("password", "Some pass word 1"), off.objectTypes()), "the account is disabled");
    }

    private static void assertNotLetIn(ConnectorSettings settings, String why) {
        ConnectorException refusal =
                assertThrows(ConnectorException.class, () -> new ActiveDirectoryConnectorFactory().open(settings));
        assertEquals(ConnectorException.Code.NO_START_CREDENTIALS, refusal.code());
        assertTrue(refusal.getMessage().contains(why), refusal.getMessage());
    }

    private static ExportOperation update(ImportedChange.Whole object, String attribute, Value wanted, Value before) {
        Delta.AttributeChange change = new Delta.AttributeChange(object.attributes().type().index(attribute),
                List.of(wanted), before == null ? List.of() : List.of(before));
        return new ExportOperation.Update(object.objectType(), object.anchor(), object.attributes().dn(),
                List.of(change), object.attributes());
    }

    private void export(ExportOperation operation) {
        ExportResult result = connector.export(List.of(operation)).getFirst();
        assertTrue(result instanceof ExportResult.Accepted, () -> "was " + result);
    }

    private ExportResult.Rejected refused(ExportOperation operation) {
        return (ExportResult.Rejected) connector.export(List.of(operation)).getFirst();
    }
}
