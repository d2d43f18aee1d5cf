package org.syncline.platform.engine.story;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.syncline.platform.engine.memory.MemoryStore;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.port.TypeSource;

/** Whatever happens to a company, when it is quiet its directory says what HR says, and nothing is left over. */
public class StoryTest {

    /** The store that companies keep their state in. */
    protected Store open(TypeSource types) {
        return new MemoryStore(types);
    }

    @Provide
    public Arbitrary<Story> stories() {
        return Stories.any();
    }

    @Property(seed = "1", edgeCases = EdgeCasesMode.NONE)
    public void everyStoryEndsWell(@ForAll("stories") Story story) {
        endsWell(story);
    }

    /** What happened in it. */
    final Tally endsWell(Story story) {
        Company company = story.tell(this::open);
        try {
            List<String> wrong = Verdict.on(company);
            assertTrue(wrong.isEmpty(), () -> "\n" + story + "\n" + String.join("\n", wrong));
            return company.tally();
        } finally {
            company.landscape().leave();
        }
    }
}
