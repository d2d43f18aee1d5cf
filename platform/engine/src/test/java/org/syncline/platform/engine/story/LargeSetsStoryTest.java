package org.syncline.platform.engine.story;

import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.syncline.platform.engine.memory.MemoryStore;
import org.syncline.platform.engine.port.Store;
import org.syncline.platform.engine.port.TypeSource;

/** Random stories of companies of whose groups no more than single values is read. */
class LargeSetsStoryTest extends StoryTest {

    @Override
    protected Store open(TypeSource types) {
        return new MemoryStore(types, 1);
    }

    @Override
    @Property(tries = 150, seed = "7", edgeCases = EdgeCasesMode.NONE)
    public void everyStoryEndsWell(@ForAll("stories") Story story) {
        super.everyStoryEndsWell(story);
    }
}
