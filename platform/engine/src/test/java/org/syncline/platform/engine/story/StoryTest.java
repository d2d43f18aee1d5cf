package org.syncline.platform.engine.story;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever happens to a company, when it is quiet its directory says what HR says, and nothing is left over. */
class StoryTest {

    @Provide
    Arbitrary<Story> stories() {
        return Stories.any();
    }

    @Property(seed = "1", edgeCases = EdgeCasesMode.NONE)
    void everyStoryEndsWell(@ForAll("stories") Story story) {
        Company company = story.tell();
        try {
            List<String> wrong = Verdict.on(company, story.setting());
            assertTrue(wrong.isEmpty(), () -> "\n" + story + "\n" + String.join("\n", wrong));
        } finally {
            company.house().leave();
        }
    }
}
