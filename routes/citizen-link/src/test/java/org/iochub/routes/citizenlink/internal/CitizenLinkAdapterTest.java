package org.iochub.routes.citizenlink.internal;

import org.iochub.testkit.AdapterContract;

class CitizenLinkAdapterTest extends AdapterContract<CitizenLinkSettings> {
    CitizenLinkAdapterTest() {
        super(new CitizenLinkAdapter(), "citizen-link", CitizenLinkSettings.class);
    }
}
