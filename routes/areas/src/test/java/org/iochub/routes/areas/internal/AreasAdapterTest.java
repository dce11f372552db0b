package org.iochub.routes.areas.internal;

import org.iochub.api.list.ListSettings;
import org.iochub.testkit.AdapterContract;

class AreasAdapterTest extends AdapterContract<ListSettings> {
    AreasAdapterTest() {
        super(new AreasAdapter(), "areas", ListSettings.class);
    }
}
