package org.syncline.connectors.activedirectory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.unboundid.ldap.sdk.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.ImportPage;
import org.syncline.connectors.spi.ImportPages;
import org.syncline.connectors.spi.ImportRequest;
import org.syncline.connectors.spi.ImportedChange;
import org.syncline.connectors.spi.Watermark;
import org.syncline.schema.identity.Anchor;
import org.syncline.schema.identity.Attributes;
import org.syncline.schema.identity.Delta;
import org.syncline.schema.identity.ReferenceValue;

/** Samba tells everything at once; Active Directory does not, and says that there is more. */
class DirSyncPagesTest {
    private static final String DN = "," + ImitatedController.DOMAIN;

    private final ImitatedController controller = new ImitatedController();
    private Connector connector;
    private Accounts accounts;

    @BeforeEach
    void read() {
        connector = ImitatedController.open(ImitatedController.connect(controller.url()), ActiveDirectoryDelta.DIRSYNC,
                Accounts.USER, Accounts.GROUP);
        IntStream.range(0, 9).forEach(number -> put("p" + number, "as it was"));
        controller.put(group());
        accounts = Accounts.read(connector);
        controller.tellsAtOnce(2);
    }

    @AfterEach
    void close() {
        connector.close();
        controller.close();
    }

    private void put(String name, String description) {
        ImitatedController.put(ImitatedController.user(name, description), controller);
    }

    private static Entry group() {
        Entry group = new Entry("CN=staff" + DN);
        group.addAttribute("objectClass", "group");
        group.addAttribute("objectGUID", ImitatedController.guid("staff"));
        group.addAttribute("name", "staff");
        group.addAttribute("member", "CN=p0" + DN, "CN=p1" + DN);
        return group;
    }

    /** As it is told, whatever the group is by now. */
    private void tellMembers(String side, String member) {
        Entry told = new Entry("CN=staff" + DN);
        told.addAttribute("objectGUID", ImitatedController.guid("staff"));
        told.addAttribute("instanceType", "4");
        told.addAttribute("member;range=" + side, member);
        controller.tell(told);
    }

    private List<ImportPage> pages(Watermark since) {
        List<ImportPage> all = new ArrayList<>();
        try (ImportPages pages = connector.read(ImportRequest.delta(since, 3))) {
            for (Optional<ImportPage> page = pages.next(); page.isPresent(); page = pages.next()) {
                all.add(page.get());
            }
        }
        return all;
    }

    @Test
    void isAskedUntilThereIsNoMore() {
        IntStream.range(0, 7).forEach(number -> put("p" + number, "new"));
        accounts.readChanges();
        assertEquals(IntStream.range(0, 7).mapToObj(number -> "CN=p" + number + DN).toList(), accounts.toldNames());
        accounts.readChanges();
        assertEquals(List.of(), accounts.toldNames());
    }

    @Test
    void onlyTheLastPageSaysWhereToGoOnSoThatNothingIsLostWhereItBreaksOff() {
        IntStream.range(0, 7).forEach(number -> put("p" + number, "new"));
        Watermark before = accounts.watermark();
        List<ImportPage> pages = pages(before);
        assertTrue(pages.size() > 2);
        assertTrue(pages.subList(0, pages.size() - 1).stream().allMatch(page -> page.watermark().isEmpty()));
        assertTrue(pages.getLast().watermark().isPresent());
        try (ImportPages broken = connector.read(ImportRequest.delta(before, 3))) {
            assertEquals(3, broken.next().orElseThrow().changes().size());
        }
        accounts.readChanges();
        assertEquals(7, accounts.toldNames().size());
    }

    @Test
    void theLastWordOnAMemberCounts() {
        tellMembers("1-1", "CN=p2" + DN);
        tellMembers("1-1", "CN=p3" + DN);
        tellMembers("0-0", "CN=p2" + DN);
        accounts.readChanges();
        List<Delta.AttributeChange> changes = accounts.patches().getFirst().changes();
        assertEquals(List.of(new Delta.AttributeChange(Accounts.GROUP.type().index("member"),
                List.of(ReferenceValue.toDn("CN=p3" + DN)), List.of(ReferenceValue.toDn("CN=p2" + DN)))), changes);
    }

    @Test
    void membersAreToldAfterEverythingElseOnPagesOfTheirOwn() {
        tellMembers("1-1", "CN=new" + DN);
        put("new", "whom the group names");
        List<ImportPage> pages = pages(accounts.watermark());
        assertEquals(2, pages.size());
        assertTrue(pages.getFirst().changes().stream().noneMatch(ImportedChange.Patch.class::isInstance));
        assertTrue(pages.getLast().changes().stream().allMatch(ImportedChange.Patch.class::isInstance));
        assertTrue(pages.getFirst().watermark().isEmpty());
    }

    @Test
    void whatIsToldTwiceDoesNoHarm() {
        tellMembers("1-1", "CN=p2" + DN);
        tellMembers("0-0", "CN=p0" + DN);
        put("p1", "new");
        Watermark before = accounts.watermark();
        accounts.readChanges();
        Map<Anchor, Attributes> once = Map.copyOf(accounts.objects());
        accounts.readChangesSince(before);
        assertEquals(once, accounts.objects());
    }

    @Test
    void anImpossibleCookieNeedsAFullImport() {
        String strange = accounts.watermark().value().replaceFirst("\t.*", "\tZ2FyYmFnZQ==");
        ConnectorException refusal = assertThrows(ConnectorException.class,
                () -> connector.read(ImportRequest.delta(new Watermark(strange), 10)));
        assertEquals(ConnectorException.Code.FULL_IMPORT_REQUIRED, refusal.code());
        assertTrue(refusal.getMessage().contains("no such cookie"), refusal.getMessage());
    }

    @Test
    void aControllerThatDiesBetweenTwoAnswersBreaksTheDeltaOffAndNothingIsLost() {
        IntStream.range(0, 7).forEach(number -> put("p" + number, "new"));
        controller.diesAfterAnswers(2);
        ConnectorException broken = assertThrows(ConnectorException.class, accounts::readChanges);
        assertEquals(ConnectorException.Code.STOPPED_CONNECTIVITY, broken.code());
        controller.comeBack();
        accounts.readChanges();
        assertEquals(7, accounts.toldNames().size());
    }
}
