package org.syncline.platform.app.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.syncline.platform.engine.operations.RuleVersions.ChangedFile;

class UnifiedDifferenceTest {

    private static String of(String before, String after) {
        return UnifiedDifference.of(new ChangedFile("a.xml", before, after));
    }

    private static String numbers(int to) {
        return IntStream.rangeClosed(1, to).mapToObj(String::valueOf).collect(Collectors.joining("\n", "", "\n"));
    }

    @Test
    void aChangedLineStandsBetweenThreeOthers() {
        assertEquals("""
                --- a.xml
                +++ a.xml
                @@ -3,7 +3,7 @@
                 3
                 4
                 5
                -6
                +six
                 7
                 8
                 9
                """, of(numbers(20), numbers(20).replace("\n6\n", "\nsix\n")));
    }

    @Test
    void changesFarApartStandAlone() {
        assertEquals("""
                --- a.xml
                +++ a.xml
                @@ -1,4 +1,3 @@
                -1
                 2
                 3
                 4
                @@ -18,3 +17,4 @@
                 18
                 19
                 20
                +21
                """, of(numbers(20), numbers(21).substring(2)));
    }

    @Test
    void changesCloseTogetherStandTogether() {
        assertEquals("""
                --- a.xml
                +++ a.xml
                @@ -1,5 +1,5 @@
                -1
                +one
                 2
                 3
                 4
                -5
                +five
                """, of(numbers(5), numbers(5).replace("1", "one").replace("5", "five")));
    }

    @Test
    void aNewFileHasNothingBefore() {
        assertEquals("""
                --- (none)
                +++ a.xml
                @@ -0,0 +1,2 @@
                +1
                +2
                """, of(null, numbers(2)));
    }

    @Test
    void aDeletedFileHasNothingAfter() {
        assertEquals("""
                --- a.xml
                +++ (none)
                @@ -1,1 +0,0 @@
                -1
                """, of(numbers(1), null));
    }

    @Test
    void aLargeFileThatIsAnotherAltogetherGoesAndComes() {
        String other = numbers(3000).lines().map(line -> "x" + line).collect(Collectors.joining("\n", "", "\n"));
        assertEquals(3 + 6000, of(numbers(3000), other).lines().count());
    }
}
