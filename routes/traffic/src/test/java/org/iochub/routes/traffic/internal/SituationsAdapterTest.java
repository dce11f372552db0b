package org.iochub.routes.traffic.internal;

import org.iochub.testkit.AdapterContract;

class SituationsAdapterTest extends AdapterContract<SituationsSettings> {
    SituationsAdapterTest() {
        super(
                new SituationsAdapter(),
                "traffic-situations",
                SituationsSettings.class,
                "org.iochub.source-example-situations.cfg");
    }
}
