package org.syncline.platform.engine;

/** A changed member costs the same in a group of 100,000. */
class LargeGroupCostIT extends LargeGroupCostTest {

    @Override
    protected int many() {
        return 100_000;
    }
}
