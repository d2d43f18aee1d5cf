package org.syncline.schema.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartitionTest {
    private static final Partition STAFF = new Partition("staff", "ou=People,dc=test",
            List.of("ou=Staff,ou=People,dc=test", "ou=Kept,ou=Old,ou=Staff,ou=People,dc=test"),
            List.of("ou=Old,ou=Staff,ou=People,dc=test"));

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                    "ou=Staff,ou=People,dc=test; true",
                    "cn=a,OU=staff, ou=People,dc=TEST; true",
                    "cn=a,ou=Old,ou=Staff,ou=People,dc=test; false",
                    "cn=a,ou=Kept,ou=Old,ou=Staff,ou=People,dc=test; true",
                    "cn=a,ou=People,dc=test; false",
                    "cn=a\\,ou=Staff,ou=People,dc=test; false",
                    "cn=a,ou=Staff,ou=People,dc=other; false",
            })
    void theStatementAboutTheNearestContainerDecides(String dn, boolean selected) {
        assertEquals(selected, STAFF.selects(dn));
    }

    @Test
    void readingBeginsAtTheOutermostSelectedContainers() {
        assertEquals(List.of("ou=Staff,ou=People,dc=test"), STAFF.roots());
        assertEquals(List.of("dc=test"), new Partition("all", "dc=test", List.of(), List.of("ou=x,dc=test")).roots());
    }

    @Test
    void aNameBelongsToTheInnermostPartition() {
        Partitions partitions = new Partitions(List.of(new Partition("all", "dc=test", List.of(), List.of()), STAFF));
        assertEquals("staff", partitions.owner("cn=a,ou=People,dc=test").orElseThrow().name());
        assertEquals("all", partitions.owner("cn=a,dc=test").orElseThrow().name());
        assertFalse(partitions.selects("cn=a,ou=People,dc=test"));
        assertTrue(partitions.selects("cn=a,dc=test", "all"));
        assertFalse(partitions.selects("cn=a,dc=test", "staff"));
        assertTrue(partitions.owner("dc=elsewhere").isEmpty());
        assertFalse(partitions.selects(null));
        assertTrue(Partitions.NONE.selects(null));
    }
}
