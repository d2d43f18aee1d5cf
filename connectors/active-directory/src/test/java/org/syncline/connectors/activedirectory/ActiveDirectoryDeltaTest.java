package org.syncline.connectors.activedirectory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import java.util.ArrayList;
import java.util.Base64;
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
import org.syncline.connectors.spi.ImportedChange;
import org.syncline.connectors.spi.ObjectTypeSettings;
import org.syncline.connectors.spi.Watermark;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.ReferenceValue;
import org.syncline.schema.identity.Value;

@Tag("samba")
class ActiveDirectoryDeltaTest {
    private static final ObjectTypeSettings[] TYPES =
            {Accounts.USER, Accounts.GROUP, Accounts.CONTACT, Accounts.UNIT};

    private final List<Connector> open = new ArrayList<>();
    private Domain domain;
    private String base;

    @BeforeEach
    void open() {
        domain = Domain.open();
        base = domain.dn("OU=managed");
        domain.addUnit(base);
        domain.addUnit(domain.dn("OU=other"));
        domain.addUnit(managed("OU=sales"));
        domain.addUnit(managed("OU=berlin,OU=sales"));
        add("CN=ann,OU=berlin,OU=sales");
        add("CN=bob");
        add("CN=kim");
        domain.add(managed("CN=staff"), Accounts.objectClass("group"), new Attribute("member", managed("CN=kim")));
    }

    @AfterEach
    void close() {
        if (domain != null) {
            open.forEach(Connector::close);
            domain.close();
        }
    }

    private String managed(String relative) {
        return relative + "," + base;
    }

    private void add(String relative) {
        domain.add(managed(relative), Accounts.objectClass("user"));
    }

    private Connector connect(String delta) {
        Connector connector = domain.connect(Map.of("delta", delta, "base", base), TYPES);
        open.add(connector);
        return connector;
    }

    private Accounts read(String delta) {
        return Accounts.read(connect(delta));
    }

    private void assertUpToDate(Accounts accounts, String delta) {
        accounts.readChanges();
        assertEquals(read(delta).objects(), accounts.objects());
    }

    @ParameterizedTest
    @ValueSource(strings = {"dirsync", "dirsync-visible", "usn"})
    void tellsWhatWasAddedChangedAndDeletedAndNothingElse(String delta) {
        Accounts accounts = read(delta);
        domain.add(managed("CN=friend"), Accounts.objectClass("contact"));
        domain.modify(managed("CN=bob"), new Modification(ModificationType.REPLACE, "description", "new"));
        domain.delete(managed("CN=ann,OU=berlin,OU=sales"));
        assertUpToDate(accounts, delta);
        assertEquals(List.of(managed("CN=bob"), managed("CN=friend")), accounts.toldNames());
    }

    @ParameterizedTest
    @ValueSource(strings = {"dirsync", "dirsync-visible", "usn"})
    void tellsWhatLiesBelowAUnitThatWasMoved(String delta) {
        Accounts accounts = read(delta);
        domain.rename(managed("OU=berlin,OU=sales"), "OU=vienna", base);
        assertUpToDate(accounts, delta);
        assertEquals(List.of(managed("CN=ann,OU=vienna"), managed("CN=bob"), managed("CN=kim")),
                accounts.names(Accounts.USER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dirsync", "dirsync-visible", "usn"})
    void whatLeavesTheBaseIsGoneAndWhatEntersItIsNew(String delta) {
        domain.add(domain.dn("CN=eve,OU=other"), Accounts.objectClass("user"));
        Accounts accounts = read(delta);
        domain.rename(managed("CN=bob"), "CN=bob", domain.dn("OU=other"));
        domain.rename(managed("OU=berlin,OU=sales"), "OU=berlin", domain.dn("OU=other"));
        domain.rename(domain.dn("CN=eve,OU=other"), "CN=eve", base);
        assertUpToDate(accounts, delta);
        assertEquals(List.of(managed("CN=eve"), managed("CN=kim")), accounts.names(Accounts.USER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dirsync", "dirsync-visible", "usn"})
    void tellsWhoEnteredAndLeftAGroup(String delta) {
        Accounts accounts = read(delta);
        domain.modify(managed("CN=staff"),
                new Modification(ModificationType.ADD, "member", managed("CN=ann,OU=berlin,OU=sales")));
        assertUpToDate(accounts, delta);
        domain.modify(managed("CN=staff"), new Modification(ModificationType.DELETE, "member", managed("CN=kim")));
        assertUpToDate(accounts, delta);
    }

    private void changeMembers(String group, ModificationType how, String... members) {
        domain.modify(managed(group), new Modification(how, "member", members));
    }

    private static List<Delta.AttributeChange> members(List<String> added, List<String> removed) {
        return List.of(new Delta.AttributeChange(Accounts.GROUP.type().index("member"), references(added),
                references(removed)));
    }

    private static List<Value> references(List<String> names) {
        return names.stream().<Value>map(ReferenceValue::toDn).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dirsync", "dirsync-visible"})
    void aMemberThatCameOrWentIsToldAloneAndTheGroupIsNotReadAgain(String delta) {
        String[] many = IntStream.range(0, 50).mapToObj(i -> managed("CN=m" + i)).toArray(String[]::new);
        IntStream.range(0, 50).forEach(i -> add("CN=m" + i));
        changeMembers("CN=staff", ModificationType.ADD, many);
        Accounts accounts = read(delta);
        changeMembers("CN=staff", ModificationType.ADD, managed("CN=bob"));
        changeMembers("CN=staff", ModificationType.DELETE, many[7]);
        assertUpToDate(accounts, delta);
        assertEquals(List.of(), accounts.toldNames());
        assertEquals(List.of(members(List.of(managed("CN=bob")), List.of(many[7]))),
                accounts.patches().stream().map(ImportedChange.Patch::changes).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"dirsync", "dirsync-visible"})
    void aMemberThatWasRenamedBeforeItWentIsCalledByItsNewName(String delta) {
        Accounts accounts = read(delta);
        domain.rename(managed("CN=kim"), "CN=kimberly", managed("OU=sales"));
        changeMembers("CN=staff", ModificationType.DELETE, managed("CN=kimberly,OU=sales"));
        assertUpToDate(accounts, delta);
        assertEquals(members(List.of(), List.of(managed("CN=kimberly,OU=sales"))),
                accounts.patches().getFirst().changes());
    }

    /** Nobody has told that it is called otherwise by now. */
    @ParameterizedTest
    @ValueSource(strings = {"dirsync", "dirsync-visible"})
    void aGroupThatLostAMemberWhichIsNotReadIsReadAgain(String delta) {
        domain.add(domain.dn("CN=eve,OU=other"), Accounts.objectClass("user"));
        changeMembers("CN=staff", ModificationType.ADD, domain.dn("CN=eve,OU=other"));
        Accounts accounts = read(delta);
        domain.rename(domain.dn("CN=eve,OU=other"), "CN=eva", domain.dn("OU=other"));
        accounts.readChanges();
        changeMembers("CN=staff", ModificationType.DELETE, domain.dn("CN=eva,OU=other"));
        assertUpToDate(accounts, delta);
        assertEquals(List.of(managed("CN=staff")), accounts.toldNames());
    }

    @ParameterizedTest
    @ValueSource(strings = {"dirsync", "dirsync-visible"})
    void aGroupThatChangedInAnotherWayTooIsReadAgain(String delta) {
        Accounts accounts = read(delta);
        changeMembers("CN=staff", ModificationType.ADD, managed("CN=bob"));
        domain.rename(managed("CN=staff"), "CN=crew", base);
        assertUpToDate(accounts, delta);
        assertEquals(List.of(), accounts.patches());
    }

    @ParameterizedTest
    @ValueSource(strings = {"dirsync", "dirsync-visible"})
    void membersOfAGroupThatIsNotReadAreNotTold(String delta) {
        domain.add(domain.dn("CN=strangers,OU=other"), Accounts.objectClass("group"));
        Accounts accounts = read(delta);
        domain.modify(domain.dn("CN=strangers,OU=other"),
                new Modification(ModificationType.ADD, "member", managed("CN=bob")));
        assertUpToDate(accounts, delta);
        assertEquals(List.of(), accounts.patches());
    }

    @ParameterizedTest
    @ValueSource(strings = {"dirsync", "dirsync-visible", "usn"})
    void whatWasAddedAndDeletedInBetweenLeavesNoTrace(String delta) {
        Accounts accounts = read(delta);
        add("CN=short");
        domain.delete(managed("CN=short"));
        assertUpToDate(accounts, delta);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dirsync", "dirsync-visible", "usn"})
    void whereAnotherTookTheNameOfADeletedOneBothAreTold(String delta) {
        Accounts accounts = read(delta);
        domain.delete(managed("CN=bob"));
        add("CN=bob");
        assertUpToDate(accounts, delta);
    }

    /** Each time of another, since a process remembers who took over. */
    @ParameterizedTest
    @ValueSource(strings = {"dirsync", "dirsync-visible", "usn"})
    void anotherDomainControllerTakesThePlaceOfOneThatDoesNotAnswer(String delta) {
        String nobody = "ldaps://127.0.0.1:" + delta.length();
        ConnectorSettings either = domain.settings(
                Map.of("server", nobody + " " + domain.server().url(), "delta", delta, "base", base), TYPES);
        try (Connector connector = new ActiveDirectoryConnectorFactory().open(either)) {
            assertTrue(connector.remarks().getFirst()
                    .startsWith(domain.server().url() + " was used in the place of " + nobody),
                    connector.remarks()::toString);
            Accounts accounts = Accounts.read(connector);
            add("CN=new");
            assertUpToDate(accounts, delta);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dirsync", "dirsync-visible", "usn"})
    void aDeltaThatIsReadTwiceDoesNoHarm(String delta) {
        Accounts accounts = read(delta);
        Watermark before = accounts.watermark();
        changeMembers("CN=staff", ModificationType.ADD, managed("CN=bob"));
        changeMembers("CN=staff", ModificationType.DELETE, managed("CN=kim"));
        domain.delete(managed("CN=ann,OU=berlin,OU=sales"));
        accounts.readChanges();
        accounts.readChangesSince(before);
        assertEquals(read(delta).objects(), accounts.objects());
    }

    @Test
    void directorySynchronizationIsSilentAboutAttributesThatAreNotRead() {
        Accounts accounts = read("dirsync");
        domain.modify(managed("CN=bob"), new Modification(ModificationType.REPLACE, "title", "Clerk"));
        accounts.readChanges();
        assertEquals(List.of(), accounts.toldNames());
    }

    @Test
    void aSpoiltCookieNeedsAFullImport() {
        Connector connector = connect("dirsync");
        String watermark = Accounts.read(connector).watermark().value();
        int cookie = watermark.lastIndexOf('\t') + 1;
        for (String spoilt : List.of("no base64!", Base64.getEncoder().encodeToString("garbage".getBytes()))) {
            assertEquals(ConnectorException.Code.FULL_IMPORT_REQUIRED,
                    Accounts.refusal(connector, new Watermark(watermark.substring(0, cookie) + spoilt)));
        }
    }

    @Test
    void numbersOfAnotherDomainControllerNeedAFullImport() {
        Connector connector = connect("usn");
        String watermark = Accounts.read(connector).watermark().value();
        String another = watermark.replaceFirst("[0-9a-f]{8}-", "00000000-");
        String later = watermark + "000";
        for (String strange : List.of(another, later)) {
            assertEquals(ConnectorException.Code.FULL_IMPORT_REQUIRED,
                    Accounts.refusal(connector, new Watermark(strange)));
        }
    }

    private ConnectorSettings byNobodySpecial(String delta) {
        String name = "reader" + domain.number();
        domain.add(domain.dn("CN=" + name), Accounts.objectClass("user"), new Attribute("sAMAccountName", name),
                new Attribute("unicodePwd", Domain.password("Some pass word 1")),
                new Attribute("userAccountControl", "512"));
        ConnectorSettings settings = domain.settings(
                Map.of("delta", delta, "base", base, "bind-dn", domain.dn("CN=" + name)), TYPES);
        return new ConnectorSettings(settings.connector(), settings.folder(), settings.values(),
                Map.of("password", "Some pass word 1"), settings.objectTypes());
    }

    @Test
    void directorySynchronizationSaysWhichRightIsMissing() {
        try (Connector connector = new ActiveDirectoryConnectorFactory().open(byNobodySpecial("dirsync"))) {
            ConnectorException refusal = assertThrows(ConnectorException.class, () -> Accounts.read(connector));
            assertEquals(ConnectorException.Code.INVALID_SETTING, refusal.code());
            assertTrue(refusal.getMessage().contains("Replicating Directory Changes"), refusal.getMessage());
        }
    }

    /** It would miss every deletion. */
    @ParameterizedTest
    @ValueSource(strings = {"dirsync-visible", "usn"})
    void whoMayNotSeeWhatWasDeletedReadsNoDeltas(String delta) {
        ConnectorSettings settings = byNobodySpecial(delta);
        ConnectorException refusal =
                assertThrows(ConnectorException.class, () -> new ActiveDirectoryConnectorFactory().open(settings));
        assertEquals(ConnectorException.Code.INVALID_SETTING, refusal.code());
        assertTrue(refusal.getMessage().contains("CN=Deleted Objects,DC=ad,DC=example,DC=test"), refusal.getMessage());
    }
}
