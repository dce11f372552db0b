package org.iochub.store.internal.write;

import org.iochub.store.internal.testing.Databases;

class MergeRulesH2Test extends MergeRulesContract {
    @Override
    protected Databases databases() {
        return Databases.h2();
    }
}
