package org.iochub.core.hub;

import java.util.Map;

/** What the hub shows at its root address: a page for people, brought by whoever makes one. */
public interface FrontPage {
    /** UTF-8. */
    byte[] html();

    /** What has to go with it, by name: its policy above all. */
    Map<String, String> headers();
}
