package org.iochub.routes.traffic.internal;

import org.iochub.testkit.AdapterContract;

class CountsAdapterTest extends AdapterContract<CountsSettings> {
    CountsAdapterTest() {
        super(new CountsAdapter(), "traffic-counts", CountsSettings.class, "org.iochub.source-example-counts.cfg");
    }
}
