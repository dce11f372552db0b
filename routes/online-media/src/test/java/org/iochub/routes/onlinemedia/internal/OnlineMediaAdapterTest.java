package org.iochub.routes.onlinemedia.internal;

import org.iochub.testkit.AdapterContract;

class OnlineMediaAdapterTest extends AdapterContract<OnlineMediaSettings> {
    OnlineMediaAdapterTest() {
        super(new OnlineMediaAdapter(), "online-media", OnlineMediaSettings.class);
    }
}
