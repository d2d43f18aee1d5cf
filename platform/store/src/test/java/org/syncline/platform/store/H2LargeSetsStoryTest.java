package org.syncline.platform.store;

import java.util.UUID;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterTry;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.port.TypeSource;
import org.syncline.platform.engine.story.Story;
import org.syncline.platform.engine.story.StoryTest;

/** Random stories of small companies of whose groups H2 gives no more than is asked for. */
class H2LargeSetsStoryTest extends StoryTest {
    private Store store;

    @Override
    protected Store open(TypeSource types) {
        store = JdbcStore.open("jdbc:h2:mem:" + UUID.randomUUID(), types, 1);
        return store;
    }

    @Override
    @Property(tries = 30, seed = "3", edgeCases = EdgeCasesMode.NONE)
    public void everyStoryEndsWell(@ForAll("stories") Story story) {
        super.everyStoryEndsWell(story);
    }

    @AfterTry
    void close() {
        store.close();
    }
}
