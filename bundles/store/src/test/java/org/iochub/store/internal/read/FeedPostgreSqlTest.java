package org.iochub.store.internal.read;

import org.iochub.store.internal.testing.Databases;

class FeedPostgreSqlTest extends FeedContract {
    @Override
    protected Databases databases() {
        return Databases.postgresql();
    }

    @Override
    protected int nodes() {
        return 2;
    }
}
