package org.iochub.store.internal.quarantine;

import org.iochub.store.internal.testing.Databases;

class QuarantineH2Test extends QuarantineContract {
    @Override
    protected Databases databases() {
        return Databases.h2();
    }
}
