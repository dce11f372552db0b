package org.iochub.feed.internal.cursor;

import java.util.Optional;
import java.util.Set;
import org.iochub.core.log.FeedHead;
import org.iochub.feed.internal.problem.Problem;
import org.iochub.feed.internal.problem.ProblemException;
import org.iochub.feed.internal.problem.Problems;
import org.iochub.reading.cursor.Cursors;
import org.iochub.reading.cursor.PagePlace;
import org.iochub.reading.cursor.Place;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Gives cursors out and takes them back. */
@Component(service = CursorKeeper.class)
public final class CursorKeeper {
    private final Cursors cursors;

    @Activate
    public CursorKeeper(@Reference Cursors cursors) {
        this.cursors = cursors;
    }

    public String write(String epoch, long position) {
        return cursors.write(new Place(epoch, position));
    }

    public String write(PagePlace page) {
        return cursors.write(page);
    }

    /**
     * The position to go on from.
     *
     * @param types what the reader reads; empty for all
     * @param snapshot where to start anew
     */
    public long position(String cursor, FeedHead head, Optional<Set<String>> types, String snapshot) {
        Place place = cursors.place(cursor).orElseThrow(CursorKeeper::garbled);
        check(place, head, snapshot);
        long oldest = head.oldest(types);
        if (place.position() + 1 < oldest) {
            throw gone(
                    snapshot,
                    Optional.of(write(head.epoch(), oldest - 1)),
                    "Con trỏ này cũ hơn phần nhật ký còn giữ; hãy đọc lại trạng thái hiện tại rồi theo tiếp.",
                    "This cursor is older than what is kept; read the current state again and go on from there.");
        }
        return place.position();
    }

    /** The page to go on with. @param snapshot where to start anew */
    public PagePlace page(String cursor, FeedHead head, String snapshot) {
        PagePlace page = cursors.page(cursor).orElseThrow(CursorKeeper::garbled);
        check(page.feed(), head, snapshot);
        return page;
    }

    private static void check(Place place, FeedHead head, String snapshot) {
        if (!head.knows(place.epoch(), place.position())) {
            throw gone(
                    snapshot,
                    Optional.empty(),
                    "Hub đã được khôi phục từ bản sao lưu sau khi cấp con trỏ này; hãy đọc lại trạng thái hiện tại rồi"
                            + " theo tiếp.",
                    "The hub was restored from a backup after it gave this cursor out; read the current state again and"
                            + " go on from there.");
        }
    }

    private static ProblemException garbled() {
        return Problems.badParameter(
                "after",
                "Con trỏ không hợp lệ: dùng nguyên văn con trỏ trong liên kết rel=\"next\", hoặc bỏ tham số after để"
                        + " đọc từ đầu.",
                "Not a cursor of this hub: use the one of the rel=\"next\" link as it is, or leave after out to read"
                        + " from the start.");
    }

    /** @param oldest the cursor of what is still kept, where there is a choice */
    private static ProblemException gone(String snapshot, Optional<String> oldest, String vi, String en) {
        Problem problem = Problem.of(410, "cursor-gone", vi, en)
                .with("snapshot", snapshot)
                .header("Link", "<" + snapshot + ">; rel=\"snapshot\"");
        return oldest.map(cursor -> problem.with("oldest", cursor))
                .orElse(problem)
                .raised();
    }
}
