package org.iochub.store.internal.write;

import org.iochub.store.internal.testing.Databases;

class ErasurePostgreSqlTest extends ErasureContract {
    @Override
    protected Databases databases() {
        return Databases.postgresql();
    }
}
