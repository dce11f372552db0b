package org.iochub.store.internal.retention;

import org.iochub.store.internal.testing.Databases;

class RetentionH2Test extends RetentionContract {
    @Override
    protected Databases databases() {
        return Databases.h2();
    }
}
