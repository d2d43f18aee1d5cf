package org.syncline.platform.store;

import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterTry;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.port.TypeSource;
import org.syncline.platform.engine.story.Story;
import org.syncline.platform.engine.story.StoryTest;

/** Random stories of small companies, with their state in PostgreSQL. */
class PostgresStoryTest extends StoryTest {
    private final PostgresStores stores = new PostgresStores();

    @Override
    protected Store open(TypeSource types) {
        return stores.open(types);
    }

    @Override
    @Property(tries = 20, seed = "2", edgeCases = EdgeCasesMode.NONE)
    public void everyStoryEndsWell(@ForAll("stories") Story story) {
        super.everyStoryEndsWell(story);
    }

    @AfterTry
    void close() {
        stores.close();
    }
}
