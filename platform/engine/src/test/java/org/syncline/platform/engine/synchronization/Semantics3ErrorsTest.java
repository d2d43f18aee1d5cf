package org.syncline.platform.engine.synchronization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.syncline.dsl.ruleset.RunProfile.Kind;
import org.syncline.platform.engine.run.ObjectError;
import org.syncline.platform.engine.run.StepReport;
import org.syncline.platform.engine.run.StepResult;

/** Errors concern what they must, and what failed is tried again. */
class Semantics3ErrorsTest {
    private static final String BY_MAIL =
            "<provision name=\"mailers\"><dn>\"cn=\" &amp; [mail] &amp; \",dc=x\"</dn></provision>";

    @TempDir
    private Path folder;

    private Office office;

    @BeforeEach
    void open() {
        office = new Office(folder)
                .target("lab", BY_MAIL)
                .flows("crm", "contact", "<import from=\"mail\" to=\"mail\"/>")
                .flows("ad", "user", "<export from=\"givenName\" to=\"first\"/>")
                .put("hr", "1", "id=1 | first=Ann");
    }

    @AfterEach
    void close() {
        office.close();
    }

    private ObjectError only(String connector) {
        List<ObjectError> errors = office.store().runHistory().errors(connector);
        assertEquals(1, errors.size(), errors::toString);
        return errors.getFirst();
    }

    @Test
    @DisplayName("3 an error in provisioning concerns one account; the rest commits")
    void anErrorInProvisioningConcernsOneAccount() {
        office.cycle();

        assertEquals("Ann", office.account("1", "first"));
        ObjectError error = only("lab");
        assertEquals(office.person("1").id(), error.identity());
        assertTrue(error.rule().startsWith("mailers (rules/provisioning/lab.xml:"), error.rule());
    }

    @Test
    @DisplayName("3 an error in export flow concerns one account; the rest commits")
    void anErrorInExportFlowConcernsOneAccount() {
        office.target("lab", "<provision name=\"all\"><dn>\"cn=\" &amp; [employeeId] &amp; \",dc=x\"</dn></provision>")
                .flows("lab", "user",
                        """
                        <export from="employeeId" to="id"/><export to="first">IIF([sn] = "bad", Error("no"), [givenName])</export>""")
                .put("hr", "1", "id=1 | first=Ann | last=good");
        office.cycle();
        assertEquals(List.of(), office.errors());
        office.put("hr", "1", "id=1 | first=Anna | last=bad");
        office.cycle();

        assertEquals("Anna", office.account("1", "first"));
        assertEquals(office.person("1").id(), only("lab").identity());
    }

    @Test
    @DisplayName("3 an error in import flow concerns the object")
    void anErrorInImportFlowConcernsTheObject() {
        office.flows("crm", "contact", "<import to=\"mail\">IIF([status] = \"bad\", Error(\"no\"), [mail])</import>")
                .put("crm", "c", "id=1 | mail=a@x.org | status=bad");
        office.cycle();

        ObjectError error = only("crm");
        assertEquals(0, error.identity());
        assertEquals("c", error.title());
        assertEquals("Ann", office.account("1", "first"));
    }

    @Test
    @DisplayName("3 the pair is tried again alone by the next delta synchronization, and counted")
    void thePairIsTriedAgainAlone() {
        office.cycle();
        ObjectError first = only("lab");
        office.wait(Duration.ofHours(1));

        StepReport report = office.run("hr", Kind.DELTA_SYNC);

        assertEquals(StepResult.COMPLETED_SYNC_ERRORS, report.result());
        assertEquals(Set.of("lab"), report.counters().targets().keySet(), "nothing of the other account");
        assertEquals(first.firstSeen(), only("lab").firstSeen());
        assertEquals(first.count() + 1, only("lab").count());
    }

    @Test
    @DisplayName("3 what is mended outside of the identity is found by the next delta synchronization")
    void whatIsMendedElsewhereIsFoundByTheRetry() {
        office.target("lab", "<provision name=\"all\"><dn>\"cn=\" &amp; [employeeId] &amp; \",dc=x\"</dn></provision>");
        office.put("lab", "squatter", "guid=squatter | dn=cn=1,dc=x");
        office.cycle();
        assertEquals(List.of("lab 1: dn-in-use"), office.errors());

        office.remove("lab", "squatter");
        office.run("lab", Kind.FULL_IMPORT);
        office.run("lab", Kind.DELTA_SYNC);

        assertEquals(List.of(), office.errors());
        assertTrue(office.objects("lab").getFirst().isDraft());
    }

    @Test
    @DisplayName("3 errors of accounts end with their identity")
    void errorsOfAccountsEndWithTheirIdentity() {
        office.cycle();
        assertFalse(office.errors().isEmpty());
        office.remove("hr", "1");
        office.cycle();
        assertEquals(List.of(), office.persons());
        assertEquals(List.of(), office.errors());
    }
}
