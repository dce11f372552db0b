package org.iochub.console.internal;

import java.util.Map;
import org.iochub.core.hub.FrontPage;

/** The one page of the console. */
record ConsolePage(Assets assets) implements FrontPage {
    @Override
    public byte[] html() {
        return assets.page();
    }

    @Override
    public Map<String, String> headers() {
        return Policy.HEADERS;
    }
}
