package org.iochub.store.internal.read;

import org.iochub.store.internal.testing.Databases;

class FeedH2Test extends FeedContract {
    @Override
    protected Databases databases() {
        return Databases.h2();
    }
}
