package org.iochub.store.internal.keys;

import org.iochub.store.internal.testing.Databases;

class KeysH2Test extends KeysContract {
    @Override
    protected Databases databases() {
        return Databases.h2();
    }
}
