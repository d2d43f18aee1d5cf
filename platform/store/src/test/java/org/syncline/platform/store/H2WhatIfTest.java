package org.syncline.platform.store;

import java.nio.file.Path;
import java.util.UUID;
import org.syncline.platform.engine.whatif.Firm;
import org.syncline.platform.engine.whatif.WhatIfTest;

/** The same where an evaluation writes into a temporary H2 store, over one of H2. */
class H2WhatIfTest extends WhatIfTest {
    @Override
    protected Firm firm(Path place) {
        return new Firm(place)
                .storedIn(types -> JdbcStore.open("jdbc:h2:mem:" + UUID.randomUUID(), types))
                .above(types -> JdbcStore.temporary(place, types));
    }
}
