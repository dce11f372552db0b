package org.iochub.store.internal.write;

import org.iochub.store.internal.testing.Databases;

class ErasureH2Test extends ErasureContract {
    @Override
    protected Databases databases() {
        return Databases.h2();
    }
}
