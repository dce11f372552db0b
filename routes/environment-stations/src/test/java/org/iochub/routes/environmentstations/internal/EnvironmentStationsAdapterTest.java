package org.iochub.routes.environmentstations.internal;

import org.iochub.testkit.AdapterContract;

class EnvironmentStationsAdapterTest extends AdapterContract<EnvironmentStationsSettings> {
    EnvironmentStationsAdapterTest() {
        super(new EnvironmentStationsAdapter(), "environment-stations", EnvironmentStationsSettings.class);
    }
}
