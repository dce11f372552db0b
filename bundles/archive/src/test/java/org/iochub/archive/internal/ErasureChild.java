package org.iochub.archive.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.iochub.core.erasure.ErasedMessage;

/** The process that is killed: it keeps messages and erases every second of them. Arguments: the folder, the round. */
public final class ErasureChild {
    private ErasureChild() {}

    public static void main(String[] args) throws Exception {
        FileArchive archive = Messages.archive(Path.of(args[0]), Optional.empty());
        archive.use();
        for (int i = 0; ; i += 2) {
            String erased = "r" + args[1] + "-" + i;
            String kept = "r" + args[1] + "-" + (i + 1);
            Messages.keep(archive, Messages.PLAIN, erased, Messages.DAY, ErasureTest.large(erased));
            Messages.keep(archive, Messages.PLAIN, kept, Messages.DAY, ErasureTest.large(kept));
            System.out.println("kept " + kept);
            System.out.println("begun " + erased);
            System.out.flush();
            archive.erase(
                    Messages.ref(erased, Messages.DAY).source(),
                    List.of(new ErasedMessage(
                            1, Messages.ref(erased, Messages.DAY).source(), erased, Messages.DAY.toInstant())));
            System.out.println("erased " + erased);
            System.out.flush();
        }
    }
}
