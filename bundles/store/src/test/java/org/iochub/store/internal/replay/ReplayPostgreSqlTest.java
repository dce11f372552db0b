package org.iochub.store.internal.replay;

import org.iochub.store.internal.testing.Databases;

class ReplayPostgreSqlTest extends ReplayContract {
    @Override
    protected Databases databases() {
        return Databases.postgresql();
    }
}
