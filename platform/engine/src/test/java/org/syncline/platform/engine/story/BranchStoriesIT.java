package org.syncline.platform.engine.story;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** However many threads share the evaluation of a branch full of people with the same names, everything comes out the same. */
class BranchStoriesIT {
    private static final String PASSWORD = "password=TextValue\\[text=[^\\]]*\\]";

    @Provide
    Arbitrary<Story> stories() {
        return Stories.ofBranches();
    }

    @Property(tries = 40, seed = "14", edgeCases = EdgeCasesMode.NONE)
    void theNumberOfThreadsMakesNoDifference(@ForAll("stories") Story story) {
        List<String> alone = told(story.withThreads(1));
        assertEquals(alone, told(story.withThreads(4)), story::toString);
        assertEquals(alone, told(story.withThreads(16)), story::toString);
    }

    /** Every step that ran, what is wrong at the end, and everything that is there then. */
    private static List<String> told(Story story) {
        Company company = story.tell();
        try {
            List<String> told = new ArrayList<>(Verdict.on(company));
            assertEquals(List.of(), told, story::toString);
            told.addAll(company.watch().steps());
            told.addAll(Words.of(Staged.in(company.landscape())));
            Landscape.TARGETS.forEach(target -> told.add("" + company.landscape().objects(target)));
            return told.stream().map(line -> line.replaceAll(PASSWORD, "a password")).toList();
        } finally {
            company.landscape().leave();
        }
    }
}
