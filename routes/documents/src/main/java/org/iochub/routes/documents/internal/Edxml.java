package org.iochub.routes.documents.internal;

import java.util.List;

/**
 * An edXML document: what its envelope says, and what was measured of the files beside it.
 *
 * @param root the whole document without the files
 */
record Edxml(XmlNode root, List<EncodedFile> files) {
    Edxml {
        files = List.copyOf(files);
    }
}
