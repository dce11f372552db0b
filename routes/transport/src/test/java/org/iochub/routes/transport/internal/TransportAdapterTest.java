package org.iochub.routes.transport.internal;

import org.iochub.testkit.AdapterContract;

class TransportAdapterTest extends AdapterContract<TransportSettings> {
    TransportAdapterTest() {
        super(new TransportAdapter(), "transport", TransportSettings.class);
    }
}
