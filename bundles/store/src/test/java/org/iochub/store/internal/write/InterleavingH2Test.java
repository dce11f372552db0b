package org.iochub.store.internal.write;

import org.iochub.store.internal.testing.Databases;

class InterleavingH2Test extends InterleavingContract {
    @Override
    protected Databases databases() {
        return Databases.h2();
    }

    @Override
    protected int seeds() {
        return 40;
    }
}
