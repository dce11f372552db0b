package org.iochub.deploy.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.iochub.api.AdapterDescriptor;
import org.iochub.api.SourceAdapter;
import org.iochub.core.declarative.DeclaredSource;
import org.iochub.model.Text;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceListener;
import org.osgi.framework.ServiceReference;

/** Looks at the adapter services that bundles register. */
final class AdapterServices {
    private static final String FILTER = "(objectClass=" + AdapterJar.ADAPTER + ")";
    private final BundleContext context;

    AdapterServices(BundleContext context) {
        this.context = context;
    }

    /**
     * Waits until the bundle has registered its adapters and looks at what they say of themselves.
     *
     * @return their ids
     */
    List<String> await(Bundle bundle, Duration atMost) throws Refused {
        List<String> ids = new ArrayList<>();
        for (ServiceReference<?> reference : arrived(bundle, atMost)) {
            String id = checked(reference).id();
            requireOwnId(id, bundle);
            ids.add(id);
        }
        return ids.stream().sorted().toList();
    }

    /** The adapters that a bundle has registered, one at least. */
    List<ServiceReference<?>> arrived(Bundle bundle, Duration atMost) throws Refused {
        List<ServiceReference<?>> found = awaitReferences(bundle, atMost);
        if (found.isEmpty()) {
            List<String> awaited = ComponentTrouble.awaited(context, bundle);
            String services = awaited.isEmpty() ? "?" : String.join(", ", awaited);
            throw new Refused(
                    "Sau " + atMost.toSeconds() + " giây bundle vẫn chưa đăng ký dịch vụ " + AdapterJar.ADAPTER
                            + ": thành phần của nó còn chờ " + services + " (@Reference hoặc cấu hình).",
                    "After " + atMost.toSeconds() + " seconds the bundle has registered no service "
                            + AdapterJar.ADAPTER + ": its component waits for " + services
                            + " (@Reference or configuration).");
        }
        return found;
    }

    /** What an adapter says of itself, as far as it says what it must. */
    AdapterDescriptor<?> checked(ServiceReference<?> reference) throws Refused {
        AdapterDescriptor<?> descriptor = descriptor(reference);
        requireTitles(descriptor);
        return descriptor;
    }

    private List<ServiceReference<?>> awaitReferences(Bundle bundle, Duration atMost) {
        Semaphore changes = new Semaphore(0);
        ServiceListener listener = event -> changes.release();
        long end = System.nanoTime() + atMost.toNanos();
        try {
            context.addServiceListener(listener, FILTER);
            List<ServiceReference<?>> found = references(bundle);
            while (found.isEmpty() && changes.tryAcquire(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                found = references(bundle);
            }
            return found;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        } finally {
            context.removeServiceListener(listener);
        }
    }

    private static List<ServiceReference<?>> references(Bundle bundle) {
        // The framework answers null for «none».
        return Optional.ofNullable(bundle.getRegisteredServices()).stream()
                .flatMap(Arrays::stream)
                .filter(AdapterServices::isAdapter)
                .<ServiceReference<?>>map(reference -> reference)
                .toList();
    }

    private static boolean isAdapter(ServiceReference<?> reference) {
        return List.of((String[]) reference.getProperty("objectClass")).contains(AdapterJar.ADAPTER);
    }

    private AdapterDescriptor<?> descriptor(ServiceReference<?> reference) throws Refused {
        try {
            Object service = context.getService(reference);
            if (service == null) {
                String cause =
                        ComponentTrouble.failure(context, reference.getBundle()).orElse("?");
                throw new Refused(
                        "Thành phần bộ kết nối không khởi tạo được: " + cause + "; chi tiết nằm trong log.",
                        "The adapter's component could not be activated: " + cause + "; the log has the details.");
            }
            return Optional.ofNullable(((SourceAdapter<?>) service).descriptor())
                    .orElseThrow(() -> new Refused(
                            "descriptor() của bộ kết nối trả về null.", "The adapter's descriptor() returns null."));
        } catch (RuntimeException | LinkageError e) {
            throw new Refused(
                    "descriptor() của bộ kết nối bị lỗi: " + e + ".", "The adapter's descriptor() fails: " + e + ".");
        } finally {
            context.ungetService(reference);
        }
    }

    private static void requireTitles(AdapterDescriptor<?> descriptor) throws Refused {
        if (Stream.of(descriptor.title(), descriptor.description(), descriptor.versionKey())
                .anyMatch(AdapterServices::isIncomplete)) {
            throw new Refused(
                    "descriptor() của bộ kết nối «" + descriptor.id()
                            + "» thiếu tên, mô tả hoặc khóa phiên bản bằng tiếng Việt hoặc tiếng Anh.",
                    "The descriptor() of adapter «" + descriptor.id()
                            + "» lacks title, description or version key in Vietnamese or English.");
        }
    }

    private static boolean isIncomplete(Text text) {
        return text.vi().isBlank() || text.en().isBlank();
    }

    private void requireOwnId(String id, Bundle bundle) throws Refused {
        Optional<Text> owner = owner(id, reference -> reference.getBundle().equals(bundle));
        if (owner.isPresent()) {
            throw new Refused(
                    "Mã bộ kết nối «" + id + "» đã thuộc về " + owner.get().vi() + "; hãy đổi mã trong descriptor().",
                    "The adapter id «" + id + "» belongs to " + owner.get().en()
                            + " already; choose another in descriptor().");
        }
    }

    /** Whose adapter has this id now, if it is somebody else's. */
    Optional<Text> owner(String id, Predicate<ServiceReference<?>> own) {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> !AsideBundles.holds(bundle))
                .flatMap(bundle -> references(bundle).stream())
                .filter(reference -> !own.test(reference))
                .filter(reference -> id.equals(idOf(reference)))
                .findFirst()
                .map(AdapterServices::shown);
    }

    private static Text shown(ServiceReference<?> reference) {
        return fileOf(reference)
                .map(file -> file.startsWith(ShippedSources.PREFIX)
                        ? Text.of("bản cài đặt (tệp " + file + ")", "the distribution (file " + file + ")")
                        : Text.of("nguồn khai báo trong tệp " + file, "the declarative source in the file " + file))
                .orElseGet(() -> Text.of(
                        "bundle " + reference.getBundle().getSymbolicName(),
                        "bundle " + reference.getBundle().getSymbolicName()));
    }

    /** The file of a declarative source's adapter. */
    static Optional<String> fileOf(ServiceReference<?> reference) {
        return Optional.ofNullable(reference.getProperty(DeclaredSource.FILE)).map(Object::toString);
    }

    private String idOf(ServiceReference<?> reference) {
        try {
            return descriptor(reference).id();
        } catch (Refused e) {
            return ""; // another adapter's trouble is not this one's
        }
    }
}
