package org.iochub.store.internal.write;

import org.iochub.store.internal.testing.Databases;

class PatchesPostgreSqlTest extends PatchesContract {
    @Override
    protected Databases databases() {
        return Databases.postgresql();
    }
}
