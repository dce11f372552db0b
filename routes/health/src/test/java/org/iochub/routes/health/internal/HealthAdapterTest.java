package org.iochub.routes.health.internal;

import org.iochub.testkit.AdapterContract;

class HealthAdapterTest extends AdapterContract<HealthSettings> {
    HealthAdapterTest() {
        super(new HealthAdapter(), "health", HealthSettings.class);
    }
}
