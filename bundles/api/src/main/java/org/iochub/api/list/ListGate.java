package org.iochub.api.list;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.iochub.model.Fault;
import org.iochub.model.FaultException;
import org.iochub.model.Text;

/**
 * Lets a list in: the first at once, one that changes something once a person has confirmed exactly that change, one that
 * is wrong never. What counted before counts on meanwhile. One thread.
 */
public final class ListGate {
    private final OfficialList list;
    private final ListSettings settings;
    private final ListShelf shelf;
    private final ListFolder folder;

    public ListGate(OfficialList list, ListSettings settings, ListShelf shelf) {
        this.list = list;
        this.settings = settings;
        this.shelf = shelf;
        this.folder = new ListFolder(ListFolder.of(settings.folder()), list.stem());
    }

    /**
     * Looks into the folder and takes what may be taken.
     *
     * @return what somebody has to do; empty when nothing
     */
    Optional<Text> look() {
        try {
            Optional<byte[]> dropped = folder.list();
            Optional<byte[]> kept = shelf.list();
            if (dropped.isEmpty()) {
                return kept.isPresent() || list.published().isPresent() ? Optional.empty() : Optional.of(nothingYet());
            }
            if (kept.filter(old -> Arrays.equals(old, dropped.get())).isPresent()) {
                folder.removeTables();
                return Optional.empty();
            }
            return judge(dropped.get(), kept);
        } catch (FaultException e) {
            return Optional.of(refused(e.fault(), 1));
        } catch (IOException e) {
            return Optional.of(Text.of(
                    "Không đọc hoặc ghi được danh mục (" + e.getMessage() + "); hãy kiểm tra thư mục " + folder
                            + " và quyền của hub.",
                    "The list cannot be read or written (" + e.getMessage() + "); check the folder " + folder
                            + " and what the hub may do there."));
        }
    }

    private Optional<Text> judge(byte[] dropped, Optional<byte[]> kept) throws IOException {
        ListFile read = list.read(dropped);
        if (!read.wrong().isEmpty()) {
            return Optional.of(refused(read.wrong().get(0).fault(), read.wrong().size()));
        }
        ListPlan plan = ListPlan.between(list.now(), list.with(dropped));
        String id = Digest.of(dropped, plan.table());
        // Of the list itself: with what the hub is shipped with, half of it may be a small part.
        boolean cut = kept.isPresent()
                && new ListPlan(
                                List.of(),
                                list.read(kept.get()).rows().size(),
                                read.rows().size())
                        .looksCut();
        if (kept.isEmpty() || plan.changes().isEmpty() && !cut || mayGo(plan, cut, id)) {
            shelf.put(dropped);
            folder.removeTables();
            return Optional.empty();
        }
        return Optional.of(ask(plan, cut, id, folder.putTable(id, plan.table())));
    }

    private boolean mayGo(ListPlan plan, boolean cut, String id) {
        boolean harmless =
                !cut && plan.count(ListPlan.Kind.REMOVED) == 0 && plan.changes().size() <= settings.autoApplyUpTo();
        return harmless || settings.confirm().filter(id::equals).isPresent();
    }

    private Text ask(ListPlan plan, boolean cut, String id, Path table) {
        Text counts = plan.counts();
        return Text.of(
                "Danh mục mới chưa được dùng: " + counts.vi() + "; xem " + table + "."
                        + (cut ? " Danh mục chỉ còn chưa đến một nửa số đơn vị, có thể tệp bị cắt." : "")
                        + " Nếu đúng, ghi confirm = " + id + " vào cấu hình của nguồn; nếu sai, thay tệp.",
                "A new list is not in use yet: " + counts.en() + "; see " + table + "."
                        + (cut ? " It has fewer than half of the units; the file may have been cut off." : "")
                        + " If that is right, write confirm = " + id + " into the instance's configuration; if not,"
                        + " replace the file.");
    }

    private Text refused(Fault first, int count) {
        String vi = count > 1 ? " (và " + (count - 1) + " lỗi khác)" : "";
        String en = count > 1 ? " (and " + (count - 1) + " more)" : "";
        return Text.of(
                "Danh mục không dùng được, danh mục đang dùng giữ nguyên. "
                        + first.message().vi() + vi,
                "The list cannot be used, the one in use stays. "
                        + first.message().en() + en);
    }

    private Text nothingYet() {
        return Text.of(
                "Chưa có danh mục; hãy chép tệp " + list.stem() + "*.csv vào thư mục " + folder + ".",
                "There is no list yet; copy a file " + list.stem() + "*.csv into the folder " + folder + ".");
    }
}
