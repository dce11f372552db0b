package org.iochub.store.internal.write;

import org.iochub.store.internal.testing.Databases;

class InterleavingPostgreSqlTest extends InterleavingContract {
    @Override
    protected Databases databases() {
        return Databases.postgresql();
    }

    @Override
    protected int seeds() {
        return 4;
    }
}
