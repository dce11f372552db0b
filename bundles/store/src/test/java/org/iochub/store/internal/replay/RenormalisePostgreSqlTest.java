package org.iochub.store.internal.replay;

import org.iochub.store.internal.testing.Databases;

class RenormalisePostgreSqlTest extends RenormaliseContract {
    @Override
    protected Databases databases() {
        return Databases.postgresql();
    }
}
