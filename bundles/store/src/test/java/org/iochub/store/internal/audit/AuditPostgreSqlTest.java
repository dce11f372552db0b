package org.iochub.store.internal.audit;

import org.iochub.store.internal.testing.Databases;

class AuditPostgreSqlTest extends AuditContract {
    @Override
    protected Databases databases() {
        return Databases.postgresql();
    }
}
