package org.syncline.platform.store;

/** A changed member costs the same in a group of 100,000. */
class PostgresLargeGroupCostIT extends PostgresLargeGroupCostTest {

    @Override
    protected int many() {
        return 100_000;
    }
}
