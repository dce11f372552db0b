package org.iochub.routes.@package@.internal;

import org.iochub.testkit.AdapterContract;

final class @Class@AdapterTest extends AdapterContract<@Class@Settings> {
    @Class@AdapterTest() {
        super(new @Class@Adapter(), "@name@", @Class@Settings.class);
    }
}
