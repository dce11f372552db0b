package org.iochub.store.internal.backup;

import org.iochub.store.internal.testing.Databases;

class BackupH2Test extends BackupContract {
    @Override
    protected Databases databases() {
        return Databases.h2();
    }

    @Override
    protected Databases others() {
        return Databases.postgresql();
    }
}
