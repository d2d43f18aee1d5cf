package org.syncline.platform.engine.story;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Thousands of random stories, everything in one page. */
class WholePageStoriesIT extends ThousandsOfStories {

    @Override
    @Provide
    public Arbitrary<Story> stories() {
        return Stories.inPagesOf(500);
    }

    @Override
    @Property(tries = 3_400, seed = "13", edgeCases = EdgeCasesMode.NONE)
    public void everyStoryEndsWell(@ForAll("stories") Story story) {
        super.everyStoryEndsWell(story);
    }
}
