package org.iochub.store.internal.write;

import org.iochub.store.internal.testing.Databases;

class ProgressH2Test extends ProgressContract {
    @Override
    protected Databases databases() {
        return Databases.h2();
    }
}
