package org.iochub.feed.internal.export;

import org.iochub.model.Text;

/** What headings and codes of an export are written in. */
enum Language {
    VI,
    EN,
    /** Field names and codes as they are, for programs. */
    NONE;

    String of(Text title, String name) {
        return switch (this) {
            case VI -> title.vi();
            case EN -> title.en();
            case NONE -> name;
        };
    }
}
