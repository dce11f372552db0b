package org.iochub.routes.dossiers.internal;

import org.iochub.testkit.AdapterContract;

class DossiersAdapterTest extends AdapterContract<DossiersSettings> {
    DossiersAdapterTest() {
        super(new DossiersAdapter(), "dossiers", DossiersSettings.class);
    }
}
