package org.iochub.store.internal.write;

import org.iochub.store.internal.testing.Databases;

class PatchesH2Test extends PatchesContract {
    @Override
    protected Databases databases() {
        return Databases.h2();
    }
}
