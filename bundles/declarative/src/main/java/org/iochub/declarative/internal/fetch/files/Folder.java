package org.iochub.declarative.internal.fetch.files;

import java.nio.file.Files;
import java.nio.file.Path;
import org.iochub.declarative.internal.fetch.Options;
import org.iochub.model.FaultException;
import org.iochub.model.Text;

/**
 * Which folder a file may name: one below {@code inbox/} of the hub's own, or, when whoever runs the hub says so in a
 * setting, another one; the rest of the hub's own folder never.
 */
final class Folder {
    private static final String INBOX = "inbox";

    private Folder() {}

    /** An absolute folder is for the operator to name, not for the file. */
    static void check(Options options) {
        String directory = options.word("directory", "").strip();
        if (directory.startsWith("/") || directory.contains("..")) {
            options.problems()
                    .add(
                            options.pointer("directory"),
                            Text.of(
                                    "Thư mục phải nằm dưới inbox/ của hub (viết đường dẫn tương đối), hoặc lấy từ một"
                                            + " cấu hình như {{folder}}.",
                                    "The directory has to lie below the hub's inbox/ (a relative path), or come from a"
                                            + " setting such as {{folder}}."));
        }
    }

    /**
     * @param directory as the instance has it
     * @param data the hub's own folder
     */
    static Path of(String directory, Path data) {
        Path root = real(data.toAbsolutePath().normalize());
        Path inbox = root.resolve(INBOX);
        Path folder = Path.of(directory);
        folder = real(
                folder.isAbsolute() ? folder.normalize() : inbox.resolve(folder).normalize());
        boolean allowed = folder.startsWith(inbox) || folder.isAbsolute() && !folder.startsWith(root);
        boolean aboveHub = root.startsWith(folder);
        if (!allowed || aboveHub || !Path.of(directory).isAbsolute() && !folder.startsWith(inbox)) {
            throw FaultException.of(
                    "bad-setting",
                    "directory",
                    "Hub không đọc thư mục «" + directory
                            + "»; hãy dùng thư mục dưới inbox/ hoặc ngoài thư mục của hub.",
                    "The hub does not read the folder \"" + directory + "\"; use one below inbox/, or outside the hub's"
                            + " own folder.");
        }
        return folder;
    }

    /** Links resolved as far as the path exists. */
    private static Path real(Path path) {
        try {
            return Files.exists(path) ? path.toRealPath() : path;
        } catch (java.io.IOException e) {
            return path;
        }
    }
}
