package org.syncline.connectors.ldap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.unboundid.ldap.sdk.ResultCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.ConnectorException;
import org.syncline.connectors.spi.ConnectorSettings;
import org.syncline.connectors.spi.ExportOperation;
import org.syncline.connectors.spi.ExportResult;
import org.syncline.connectors.spi.ImportPage;
import org.syncline.connectors.spi.ImportPages;
import org.syncline.connectors.spi.ImportRequest;
import org.syncline.schema.identity.Partitions;

/** A server that refuses one thing in the middle of many. */
class ServerFaultsTest {
    private final ServerFaults faults = new ServerFaults();
    private LoggingServer server;

    @BeforeEach
    void start() {
        server = new LoggingServer(1_000, faults);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Connector open() {
        ConnectorSettings settings = server.settings(Map.of("delta", "changelog"));
        return new LdapConnectorFactory().open(new ConnectorSettings("directory", settings.folder(), settings.values(),
                settings.secrets(), List.of(People.PERSON), Partitions.NONE));
    }

    private static List<ExportOperation> adds(int count) {
        return IntStream.range(0, count).mapToObj(i -> (ExportOperation) People.add(People.person("p" + i))).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                    "19 | mail: value #0 is too long                         | CONSTRAINT_VIOLATION | false | mail",
                    "21 | employeeNumber: value #0 invalid per syntax        | SCHEMA_VIOLATION     | false | employeeNumber",
                    "65 | object class 'inetOrgPerson' requires attribute 'sn' | SCHEMA_VIOLATION   | false | sn",
                    "50 | no write access to parent                          | PERMISSION_DENIED    | false | ",
                    "53 | shadow context; no update referral                 | CONSTRAINT_VIOLATION | false | ",
                    "51 | too many connections                               | BUSY                 | true  | ",
                    "52 | shutting down                                      | BUSY                 | true  | ",
                    "3  | time limit                                         | BUSY                 | true  | ",
                    "11 | too many locks                                     | BUSY                 | true  | "})
    void whatIsRefusedInTheMiddleOfAPageIsTheOnlyOne(
            int code, String words, ExportResult.Code kind, boolean isSentAgain, String attribute) {
        faults.refuse(People.dn("p7"), ResultCode.valueOf(code), words);
        try (Connector connector = open()) {
            List<ExportResult> results = connector.export(adds(20));

            ExportResult.Rejected refusal = assertInstanceOf(ExportResult.Rejected.class, results.get(7));
            assertEquals(kind, refusal.code());
            assertEquals(isSentAgain, refusal.code().isRetryable());
            assertEquals(attribute, refusal.attribute());
            assertTrue(refusal.message().contains("'" + People.dn("p7") + "'"), refusal::message);
            assertTrue(refusal.message().contains(words), refusal::message);
            assertEquals(1, People.rejected(results).count());
            assertEquals(19, People.objects(connector).size());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                    "51 | the server is busy; import again later",
                    "52 | the server is busy; import again later",
                    "3  | raise its time limit",
                    "4  | raise its size limit",
                    "11 | raise its size limit",
                    "10 | name that one in 'server': ldap://other.example.test/dc=example,dc=test",
                    "80 | not everything was read; import again"})
    void anImportThatIsRefusedInTheMiddleBreaksOffAndTheNextOneReadsAll(int code, String advice) {
        try (Connector connector = open()) {
            connector.export(adds(20));
            List<ImportPage> read = new ArrayList<>();
            try (ImportPages pages = connector.read(ImportRequest.full(5))) {
                read.add(pages.next().orElseThrow());
                faults.refuseSearchesAfter(1, ResultCode.valueOf(code), "as a test asked for");
                ConnectorException broken = assertThrows(ConnectorException.class, () -> readOn(pages, read));
                assertEquals(ConnectorException.Code.STOPPED_CONNECTIVITY, broken.code());
                assertTrue(broken.getMessage().contains(advice), broken.getMessage());
                assertTrue(broken.getMessage().contains("as a test asked for"), broken.getMessage());
            }
            assertTrue(read.stream().allMatch(page -> page.watermark().isEmpty()), "nothing can be concluded");
            faults.mend();
            assertEquals(20, People.objects(connector).size());
        }
    }

    /** The next page is asked for before it is wanted, so that the refusal shows one page later at times. */
    private static void readOn(ImportPages pages, List<ImportPage> read) {
        for (Optional<ImportPage> page = pages.next(); page.isPresent(); page = pages.next()) {
            read.add(page.get());
        }
    }

    @ParameterizedTest
    @CsvSource({"51", "52", "3", "11", "80"})
    void aDeltaImportThatIsRefusedInTheMiddleResumesWhereItBegan(int code) {
        try (Connector connector = open()) {
            ImportedState state = ImportedState.of(connector);
            connector.export(adds(20));
            try (ImportPages pages = connector.read(ImportRequest.delta(state.watermark(), 5))) {
                faults.refuseSearchesAfter(0, ResultCode.valueOf(code), "as a test asked for");
                assertThrows(ConnectorException.class, pages::next);
            }
            faults.mend();
            state.readChanges();
            assertEquals(20, state.persons().size());
        }
    }
}
