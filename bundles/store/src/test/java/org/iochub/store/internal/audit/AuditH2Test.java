package org.iochub.store.internal.audit;

import org.iochub.store.internal.testing.Databases;

class AuditH2Test extends AuditContract {
    @Override
    protected Databases databases() {
        return Databases.h2();
    }
}
