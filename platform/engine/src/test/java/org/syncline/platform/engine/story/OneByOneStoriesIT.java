package org.syncline.platform.engine.story;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Thousands of random stories, one object at a time. */
class OneByOneStoriesIT extends ThousandsOfStories {

    @Override
    @Provide
    public Arbitrary<Story> stories() {
        return Stories.inPagesOf(1);
    }

    @Override
    @Property(tries = 3_400, seed = "11", edgeCases = EdgeCasesMode.NONE)
    public void everyStoryEndsWell(@ForAll("stories") Story story) {
        super.everyStoryEndsWell(story);
    }
}
