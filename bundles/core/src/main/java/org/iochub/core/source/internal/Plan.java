package org.iochub.core.source.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iochub.api.SourceAdapter;
import org.iochub.core.archive.ArchivePolicy;
import org.iochub.core.settings.Nearest;
import org.iochub.core.settings.SettingsBinder;
import org.iochub.core.tenant.Tenant;
import org.iochub.model.Fault;

/** What a configuration leads to. */
sealed interface Plan {
    /** Everything that is wrong with the file. */
    record Wrong(List<Fault> faults) implements Plan {}

    /** The file may be right; its adapter is not here. */
    record NoAdapter(String adapter) implements Plan {}

    record Ready<S extends Record>(
            SourceConfig config,
            AdapterRuntime runtime,
            SourceAdapter<S> adapter,
            Tenant tenant,
            S settings,
            ArchivePolicy archive)
            implements Plan {
        SourceContext<S> context(SourceRunner runner, RunnerServices services) {
            return new SourceContext<>(
                    config.id(),
                    tenant.id(),
                    settings,
                    services.areas().get(),
                    tenant.zone(),
                    services.clock(),
                    services.recordings().open(adapter.descriptor(), tenant.id(), config.id()),
                    runner);
        }
    }

    static Plan of(SourceConfig config, RunnerServices services) {
        List<Fault> faults = new ArrayList<>();
        Optional<Tenant> tenant = tenant(config, services, faults);
        if (config.adapter().isEmpty()) {
            faults.add(Fault.of(
                    "missing-setting",
                    "adapter",
                    "Thiếu khóa «adapter» (mã bộ kết nối), ví dụ: adapter = field-reports.",
                    "The key «adapter» (the adapter's id) is missing, for example: adapter = field-reports."));
            return new Wrong(faults);
        }
        Optional<AdapterRuntime> runtime =
                services.adapters().apply(config.adapter().get());
        if (runtime.isEmpty()) {
            return faults.isEmpty() ? new NoAdapter(config.adapter().get()) : new Wrong(faults);
        }
        return bind(config, runtime.get(), runtime.get().adapter(), tenant, services, faults);
    }

    private static <S extends Record> Plan bind(
            SourceConfig config,
            AdapterRuntime runtime,
            SourceAdapter<S> adapter,
            Optional<Tenant> tenant,
            RunnerServices services,
            List<Fault> faults) {
        var binder = new SettingsBinder<>(adapter.descriptor().settings(), services.settingValues());
        var result = binder.bind(config.adapterValues());
        if (result instanceof SettingsBinder.Result.Wrong<S> wrong) {
            faults.addAll(wrong.faults());
        }
        ArchivePolicy archive =
                ArchiveSettings.read(config.values(), adapter.descriptor().sensitive(), services.archive(), faults);
        AlertSettings.check(config.values(), faults);
        if (result instanceof SettingsBinder.Result.Bound<S> bound && faults.isEmpty()) {
            return new Ready<>(config, runtime, adapter, tenant.orElseThrow(), bound.settings(), archive);
        }
        return new Wrong(faults);
    }

    private static Optional<Tenant> tenant(SourceConfig config, RunnerServices services, List<Fault> faults) {
        if (config.tenant().isEmpty()) {
            faults.add(Fault.of(
                    "missing-setting",
                    "tenant",
                    "Thiếu khóa «tenant» (mã địa phương), ví dụ: tenant = quang-ngai.",
                    "The key «tenant» (the authority's id) is missing, for example: tenant = quang-ngai."));
            return Optional.empty();
        }
        String id = config.tenant().get();
        Optional<Tenant> tenant = services.tenants().get(id);
        if (tenant.isEmpty()) {
            List<String> known =
                    services.tenants().list().stream().map(Tenant::id).toList();
            Optional<String> nearest = Nearest.of(id, known);
            faults.add(Fault.of(
                    "unknown-tenant",
                    "tenant",
                    "Không có địa phương «" + id + "»"
                            + nearest.map(n -> ", có lẽ là «" + n + "»?")
                                    .orElse("; hãy tạo tệp org.iochub.tenant-" + id + ".cfg."),
                    "There is no authority «" + id + "»"
                            + nearest.map(n -> ", perhaps «" + n + "»?")
                                    .orElse("; make the file org.iochub.tenant-" + id + ".cfg.")));
        }
        return tenant;
    }
}
