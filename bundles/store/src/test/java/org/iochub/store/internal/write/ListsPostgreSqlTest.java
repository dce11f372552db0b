package org.iochub.store.internal.write;

import org.iochub.store.internal.testing.Databases;

class ListsPostgreSqlTest extends ListsContract {
    @Override
    protected Databases databases() {
        return Databases.postgresql();
    }
}
