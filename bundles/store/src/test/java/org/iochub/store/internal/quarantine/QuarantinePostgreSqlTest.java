package org.iochub.store.internal.quarantine;

import org.iochub.store.internal.testing.Databases;

class QuarantinePostgreSqlTest extends QuarantineContract {
    @Override
    protected Databases databases() {
        return Databases.postgresql();
    }
}
