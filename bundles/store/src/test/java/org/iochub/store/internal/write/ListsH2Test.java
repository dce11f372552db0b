package org.iochub.store.internal.write;

import org.iochub.store.internal.testing.Databases;

class ListsH2Test extends ListsContract {
    @Override
    protected Databases databases() {
        return Databases.h2();
    }
}
