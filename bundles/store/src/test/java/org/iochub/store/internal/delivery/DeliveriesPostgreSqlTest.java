package org.iochub.store.internal.delivery;

import org.iochub.store.internal.testing.Databases;

class DeliveriesPostgreSqlTest extends DeliveriesContract {
    @Override
    protected Databases databases() {
        return Databases.postgresql();
    }
}
