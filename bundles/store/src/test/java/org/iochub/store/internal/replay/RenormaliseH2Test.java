package org.iochub.store.internal.replay;

import org.iochub.store.internal.testing.Databases;

class RenormaliseH2Test extends RenormaliseContract {
    @Override
    protected Databases databases() {
        return Databases.h2();
    }
}
