package org.iochub.routes.egovernment.internal;

import org.iochub.testkit.AdapterContract;

class EGovernmentAdapterTest extends AdapterContract<EGovernmentSettings> {
    EGovernmentAdapterTest() {
        super(new EGovernmentAdapter(), "e-government", EGovernmentSettings.class);
    }
}
