package org.iochub.store.internal.write;

import org.iochub.store.internal.testing.Databases;

class MergeRulesPostgreSqlTest extends MergeRulesContract {
    @Override
    protected Databases databases() {
        return Databases.postgresql();
    }
}
