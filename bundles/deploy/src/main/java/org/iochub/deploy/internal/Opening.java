package org.iochub.deploy.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Opens a file by its kind and finds whether it is in order by itself. */
final class Opening {
    /** A description of one source; the largest thing in it is a table of codes. */
    private static final long MAX_YAML = 2L << 20;

    private final DeclaredAdapters declared;

    Opening(DeclaredAdapters declared) {
        this.declared = declared;
    }

    /** The ending of a name without its dot, in lower case. */
    static String kind(String file) {
        return file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    static boolean isSource(String file) {
        return kind(file).equals("yaml") || kind(file).equals("yml");
    }

    /**
     * @param file the name it was dropped under
     * @param content which nobody else changes
     */
    Candidate open(String file, Path content) throws Refused, IOException {
        switch (kind(file)) {
            case "jar":
                return new Candidate.OfBundle(AdapterJar.read(content), content, Map.of());
            case "kar":
                Path bundle = bundleOf(content);
                Kar kar = Kar.read(content, bundle);
                return new Candidate.OfBundle(AdapterJar.read(bundle), bundle, kar.configuration());
            case "yaml", "yml":
                return source(file, content);
            default:
                throw new Refused(
                        "Không nhận loại tệp «." + kind(file)
                                + "»; thư mục này nhận bộ kết nối .jar và .kar, nguồn khai" + " báo .yaml.",
                        "Files of type «." + kind(file)
                                + "» are not taken; this folder takes adapters as .jar and .kar,"
                                + " declarative sources as .yaml.");
        }
    }

    Candidate.OfSource source(String file, Path content) throws Refused, IOException {
        long size = Files.size(content);
        if (size > MAX_YAML) {
            throw new Refused(
                    "Tệp YAML có " + size + " byte, quá giới hạn " + (MAX_YAML >> 20)
                            + " MB; hãy chuyển bảng mã lớn sang nguồn riêng.",
                    "The YAML file has " + size + " bytes, more than the limit of " + (MAX_YAML >> 20)
                            + " MB; make a source of its own of a large table.");
        }
        return new Candidate.OfSource(declared.compile(file, Files.readAllBytes(content)), content);
    }

    /** Where the bundle out of a KAR is put. */
    static Path bundleOf(Path content) {
        return content.resolveSibling(content.getFileName() + ".bundle");
    }
}
