package org.syncline.platform.store;

/** A changed member costs the same in a group of 100,000. */
class H2LargeGroupCostIT extends H2LargeGroupCostTest {

    @Override
    protected int many() {
        return 100_000;
    }
}
