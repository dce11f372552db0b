package org.iochub.routes.urbansecurity.internal;

import org.iochub.testkit.AdapterContract;

class UrbanSecurityAdapterTest extends AdapterContract<UrbanSecuritySettings> {
    UrbanSecurityAdapterTest() {
        super(new UrbanSecurityAdapter(), "urban-security", UrbanSecuritySettings.class);
    }
}
