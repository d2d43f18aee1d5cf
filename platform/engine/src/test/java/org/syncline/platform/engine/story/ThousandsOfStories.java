package org.syncline.platform.engine.story;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** So many random stories that everything that can happen does so in one of a hundred at least. */
abstract class ThousandsOfStories extends StoryTest {
    private static Tally told;
    private static int stories;

    @BeforeContainer
    static void begin() {
        told = new Tally();
        stories = 0;
    }

    @Override
    public void everyStoryEndsWell(Story story) {
        told.add(endsWell(story));
        stories++;
    }

    @AfterContainer
    static void everythingHappenedOften() {
        assertEquals(List.of(), told.rarerThan(stories / 100), () -> stories + " stories told of " + told);
    }
}
