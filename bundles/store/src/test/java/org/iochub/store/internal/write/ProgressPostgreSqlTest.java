package org.iochub.store.internal.write;

import org.iochub.store.internal.testing.Databases;

class ProgressPostgreSqlTest extends ProgressContract {
    @Override
    protected Databases databases() {
        return Databases.postgresql();
    }
}
