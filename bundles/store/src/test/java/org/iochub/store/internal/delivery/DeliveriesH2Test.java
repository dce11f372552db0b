package org.iochub.store.internal.delivery;

import org.iochub.store.internal.testing.Databases;

class DeliveriesH2Test extends DeliveriesContract {
    @Override
    protected Databases databases() {
        return Databases.h2();
    }
}
