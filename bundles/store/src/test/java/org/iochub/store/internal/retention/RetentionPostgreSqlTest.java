package org.iochub.store.internal.retention;

import org.iochub.store.internal.testing.Databases;

class RetentionPostgreSqlTest extends RetentionContract {
    @Override
    protected Databases databases() {
        return Databases.postgresql();
    }
}
