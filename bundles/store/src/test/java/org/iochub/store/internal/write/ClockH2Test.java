package org.iochub.store.internal.write;

import org.iochub.store.internal.testing.Databases;

class ClockH2Test extends ClockContract {
    @Override
    protected Databases databases() {
        return Databases.h2();
    }
}
