package org.syncline.platform.engine.story;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Thousands of random stories, two objects at a time. */
class TwoByTwoStoriesIT extends ThousandsOfStories {

    @Override
    @Provide
    public Arbitrary<Story> stories() {
        return Stories.inPagesOf(2);
    }

    @Override
    @Property(tries = 3_400, seed = "12", edgeCases = EdgeCasesMode.NONE)
    public void everyStoryEndsWell(@ForAll("stories") Story story) {
        super.everyStoryEndsWell(story);
    }
}
