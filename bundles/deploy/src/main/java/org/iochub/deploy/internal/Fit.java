package org.iochub.deploy.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.iochub.model.Text;

/** Whether a candidate fits what is there: changes nothing. */
final class Fit {
    private final Places places;
    private final Registry registry;
    private final AdapterBundles bundles;
    private final AdapterServices services;
    private final BroughtInstances instances;

    Fit(Places places, Registry registry, AdapterBundles bundles, BroughtInstances instances) {
        this.places = places;
        this.registry = registry;
        this.bundles = bundles;
        this.services = bundles.services();
        this.instances = instances;
    }

    /** Everything that can be known before it runs. */
    void require(String file, Candidate candidate) throws Refused, IOException {
        Optional<Accepted> before = registry.accepted(candidate.name());
        if (before.isPresent()) {
            refuseSecondFile(file, before.get());
            refuseOlder(candidate, before.get());
        }
        if (candidate instanceof Candidate.OfBundle bundle) {
            bundles.refuseDistributions(bundle.jar());
            bundles.refuseWiderRefresh(bundle.name());
            bundles.probe(bundle.jar());
        } else {
            requireOwn(file, (Candidate.OfSource) candidate);
        }
    }

    /** A declarative source's ids belong to nobody else. */
    void requireOwn(String file, Candidate.OfSource source) throws Refused, IOException {
        String id = source.source().id();
        refuseTaken(source.name(), file, source.adapters());
        Optional<Text> owner = services.owner(
                id,
                reference -> AdapterServices.fileOf(reference)
                        .filter(other -> !isShipped(other))
                        .isPresent());
        if (owner.isPresent()) {
            throw taken(id, owner.get());
        }
        if (source.instance().isPresent()) {
            refuseTakenInstance(file, source.instance().get());
        }
    }

    /** Ids of what was accepted are taken, also while it does not run. */
    void refuseTaken(String name, String file, List<String> adapters) throws Refused {
        for (Accepted other : registry.accepted()) {
            // What this file brought before goes when the new one is in.
            if (other.symbolicName().equals(name) || other.file().equals(file)) {
                continue;
            }
            for (String id : adapters) {
                if (other.adapters().contains(id)) {
                    throw taken(id, Text.of("tệp «" + other.file() + "»", "the file «" + other.file() + "»"));
                }
            }
        }
    }

    /** Ids of adapters that run, those of the distribution among them. */
    void refuseServed(String symbolicName, List<String> adapters) throws Refused {
        for (String id : adapters) {
            Optional<Text> owner = services.owner(
                    id, reference -> symbolicName.equals(reference.getBundle().getSymbolicName()));
            if (owner.isPresent()) {
                throw taken(id, owner.get());
            }
        }
    }

    private static Refused taken(String id, Text owner) {
        return new Refused(
                "Mã bộ kết nối «" + id + "» đã thuộc về " + owner.vi()
                        + "; hãy đổi mã, hoặc chỉ cần thêm một nguồn dùng bộ kết nối đó.",
                "The adapter id «" + id + "» belongs to " + owner.en()
                        + " already; choose another, or just configure one more instance of that adapter.");
    }

    private void refuseTakenInstance(String file, String instance) throws Refused, IOException {
        Optional<String> other = instances
                .broughtBy(instance)
                .filter(one -> !one.equals(file))
                .filter(one -> isShipped(one) || Files.exists(places.folder().resolve(one)));
        if (other.isPresent()) {
            throw new Refused(
                    "Nguồn «" + instance + "» trong mục instance đã do tệp «" + other.get()
                            + "» mang theo; hãy đổi instance.id.",
                    "The instance «" + instance + "» is brought by the file «" + other.get()
                            + "» already; choose another instance.id.");
        }
    }

    static boolean isShipped(String file) {
        return file.startsWith(ShippedSources.PREFIX);
    }

    private void refuseSecondFile(String file, Accepted before) throws Refused {
        if (!before.file().equals(file) && Files.exists(places.folder().resolve(before.file()))) {
            String vi = before.declared() ? "Nguồn khai báo " : "Bundle ";
            String en = before.declared() ? "The declarative source " : "The bundle ";
            throw new Refused(
                    vi + before.plainName() + " đã được cài từ tệp «" + before.file()
                            + "»; hãy chép đè lên tệp đó, hoặc xóa nó trước.",
                    en + before.plainName() + " was installed from the file «" + before.file()
                            + "»; overwrite that file, or remove it first.");
        }
    }

    private static void refuseOlder(Candidate candidate, Accepted before) throws Refused {
        if (candidate.version().compareTo(before.osgiVersion()) < 0) {
            throw new Refused(
                    "Phiên bản " + candidate.version() + " cũ hơn phiên bản đang chạy " + before.version()
                            + "; muốn quay lại bản cũ, hãy xóa tệp đang dùng rồi mới chép bản cũ vào.",
                    "Version " + candidate.version() + " is older than the running " + before.version()
                            + "; to go back, remove the file in use first, then drop the older one.");
        }
    }
}
