package org.iochub.store.internal.replay;

import org.iochub.store.internal.testing.Databases;

class ReplayH2Test extends ReplayContract {
    @Override
    protected Databases databases() {
        return Databases.h2();
    }
}
