package org.iochub.store.internal.write;

import org.iochub.store.internal.testing.Databases;

class ClockPostgreSqlTest extends ClockContract {
    @Override
    protected Databases databases() {
        return Databases.postgresql();
    }
}
