package org.syncline.connectors.ldap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.unboundid.ldap.sdk.AddRequest;
import com.unboundid.ldap.sdk.DeleteRequest;
import com.unboundid.ldap.sdk.LDAPResult;
import com.unboundid.ldap.sdk.ModifyDNRequest;
import com.unboundid.ldap.sdk.ModifyRequest;
import com.unboundid.ldap.sdk.ReadOnlyLDAPRequest;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchResultEntry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.syncline.connectors.ldap.delta.LdapDelta;
import org.syncline.connectors.ldap.directory.Directory;
import org.syncline.connectors.ldap.directory.EntryPages;
import org.syncline.connectors.ldap.entry.LdapObjectType;
import org.syncline.connectors.ldap.entry.LdapScope;
import org.syncline.connectors.spi.Connector;
import org.syncline.connectors.spi.ExportOperation;
import org.syncline.connectors.spi.ExportResult;
import org.syncline.schema.identity.Partitions;

/** Whatever is sent at once: what depends on each other keeps its order, and nothing waits that need not. */
class ParallelExportTest {
    private static final int CONNECTIONS = 8;

    /** When a write began and ended, by a clock that only counts. */
    private record Span(int began, int ended) {}

    /** A directory that takes a while over each write. */
    private static final class SlowDirectory implements Directory {
        private final AtomicInteger clock = new AtomicInteger();
        private final Map<String, List<Span>> spans = Collections.synchronizedMap(new HashMap<>());
        private final Random random;
        private final CountDownLatch all;

        /** @param together how many writes wait for each other */
        private SlowDirectory(long seed, int together) {
            random = new Random(seed);
            all = new CountDownLatch(together);
        }

        @Override
        public LDAPResult write(ReadOnlyLDAPRequest request) {
            int began = clock.getAndIncrement();
            all.countDown();
            try {
                assertTrue(all.await(10, TimeUnit.SECONDS), "the others do not come");
            } catch (InterruptedException interruption) {
                Thread.currentThread().interrupt();
            }
            LockSupport.parkNanos(random.nextInt(200_000));
            spans.computeIfAbsent(name(request), unused -> Collections.synchronizedList(new ArrayList<>()))
                    .add(new Span(began, clock.getAndIncrement()));
            return new LDAPResult(1, ResultCode.SUCCESS);
        }

        private static String name(ReadOnlyLDAPRequest request) {
            return switch (request) {
                case AddRequest add -> "add " + add.getDN();
                case ModifyRequest modify -> "modify " + modify.getDN();
                case ModifyDNRequest rename -> "rename " + rename.getDN();
                case DeleteRequest delete -> "delete " + delete.getDN();
                default -> throw new AssertionError(request);
            };
        }

        @Override
        public List<SearchResultEntry> search(SearchRequest request) {
            return List.of(new SearchResultEntry(request.getBaseDN(), List.of()));
        }

        @Override
        public EntryPages pages(SearchRequest request, int pageSize) {
            throw new AssertionError(request);
        }

        @Override
        public SearchResult listen(SearchRequest request) {
            throw new AssertionError(request);
        }

        @Override
        public int parallelWrites() {
            return CONNECTIONS;
        }

        @Override
        public boolean understands(String control) {
            return false;
        }

        @Override
        public List<String> announces(String attribute) {
            return List.of();
        }

        @Override
        public void mend() {}

        @Override
        public void makeDurable() {}

        @Override
        public void close() {}
    }

    private static List<ExportResult> export(SlowDirectory directory, List<ExportOperation> operations) {
        try (Connector connector = LdapConnector.open(directory, new LdapScope(Servers.BASE, Partitions.NONE),
                List.of(new LdapObjectType(People.PERSON), new LdapObjectType(People.GROUP),
                        new LdapObjectType(People.CONTAINER)),
                false, LdapDelta.NONE)) {
            return connector.export(operations);
        }
    }

    /** A page in which each family of operations depends on itself alone. */
    private static List<ExportOperation> families(Random random, int count) {
        List<List<ExportOperation>> families = IntStream.range(0, count)
                .mapToObj(number -> family(number, random.nextInt(3)))
                .toList();
        List<ExportOperation> page = new ArrayList<>();
        List<List<ExportOperation>> open = new ArrayList<>(families.stream().map(ArrayList::new).toList());
        while (!open.isEmpty()) {
            List<ExportOperation> family = open.get(random.nextInt(open.size()));
            page.add(family.removeFirst());
            open.removeIf(List::isEmpty);
        }
        return page;
    }

    private static List<ExportOperation> family(int number, int kind) {
        String container = "ou=unit" + number + "," + Servers.BASE;
        String child = "cn=child" + number + "," + container;
        ExportOperation addChild =
                new ExportOperation.Add(People.person("child" + number).set("dn", child).build());
        return switch (kind) {
            case 0 -> List.of(People.add(People.container("unit" + number)), addChild,
                    People.rename(People.container("unit" + number).build(), "ou=other" + number + "," + Servers.BASE));
            case 1 -> List.of(new ExportOperation.Delete("inetOrgPerson", null, child),
                    new ExportOperation.Delete("organizationalUnit", null, container));
            default -> List.of(People.add(People.person("ann" + number)),
                    People.add(People.group("all" + number, "ann" + number)),
                    People.rename(People.person("ann" + number).build(), People.dn("eve" + number)));
        };
    }

    private static String name(ExportOperation operation) {
        return switch (operation) {
            case ExportOperation.Add add -> "add " + add.dn();
            case ExportOperation.Update update -> "rename " + update.dn();
            case ExportOperation.Delete delete -> "delete " + delete.dn();
        };
    }

    private static String family(ExportOperation operation) {
        return operation.dn().replaceFirst("\\D+(\\d+).*", "$1");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void whatDependsOnEachOtherKeepsItsOrder(long seed) {
        SlowDirectory directory = new SlowDirectory(seed, 0);
        List<ExportOperation> page = families(new Random(seed), 60);

        List<ExportResult> results = export(directory, page);

        Map<String, Integer> ended = new HashMap<>();
        for (int at = 0; at < page.size(); at++) {
            assertInstanceOf(ExportResult.Accepted.class, results.get(at));
            List<Span> spans = directory.spans.get(name(page.get(at)));
            assertEquals(1, spans.size(), "sent once: " + page.get(at));
            Integer before = ended.put(family(page.get(at)), spans.getFirst().ended());
            assertTrue(before == null || before < spans.getFirst().began(), page.get(at)::toString);
        }
    }

    @Test
    void independentChangesGoOverAllConnectionsAtOnce() {
        SlowDirectory directory = new SlowDirectory(1, CONNECTIONS);
        List<ExportOperation> page = IntStream.range(0, 5 * CONNECTIONS)
                .mapToObj(number -> (ExportOperation) People.add(People.person("p" + number)))
                .toList();
        assertTrue(export(directory, page).stream().allMatch(ExportResult.Accepted.class::isInstance));
    }

    @Test
    void aSlowChangeKeepsNoOtherFromBeingSent() {
        int others = 5 * CONNECTIONS;
        CountDownLatch sent = new CountDownLatch(others);
        List<String> late = new ArrayList<>();
        Lanes lanes = new Lanes(CONNECTIONS);
        try (lanes) {
            lanes.forEach(IntStream.rangeClosed(0, others).boxed().toList(), position -> {
                if (position > 0) {
                    sent.countDown();
                } else if (!awaited(sent)) {
                    late.add("the others wait for the slow one");
                }
            });
        }
        assertEquals(List.of(), late);
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
