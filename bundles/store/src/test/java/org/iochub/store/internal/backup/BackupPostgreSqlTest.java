package org.iochub.store.internal.backup;

import org.iochub.store.internal.testing.Databases;

class BackupPostgreSqlTest extends BackupContract {
    @Override
    protected Databases databases() {
        return Databases.postgresql();
    }

    @Override
    protected Databases others() {
        return Databases.h2();
    }
}
