package org.iochub.store.internal.keys;

import org.iochub.store.internal.testing.Databases;

class KeysPostgreSqlTest extends KeysContract {
    @Override
    protected Databases databases() {
        return Databases.postgresql();
    }
}
