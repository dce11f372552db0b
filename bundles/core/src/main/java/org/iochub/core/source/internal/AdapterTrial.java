package org.iochub.core.source.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.iochub.api.Normalizer;
import org.iochub.api.SourceAdapter;
import org.iochub.core.archive.ArchivePolicy;
import org.iochub.core.records.internal.TenantView;
import org.iochub.core.settings.SettingsBinder;
import org.iochub.core.shadow.Trial;
import org.iochub.model.Fault;

/** The adapter of an instance and a candidate, each with a normaliser that nobody else uses. */
record AdapterTrial(
        Plan.Ready<?> plan,
        boolean sensitive,
        Normalizer live,
        Optional<Normalizer> candidate,
        List<Fault> settings,
        List<TenantView> views,
        RunnerServices services,
        BooleanSupplier configured)
        implements Trial {

    static <L extends Record, C extends Record> AdapterTrial of(
            Plan.Ready<L> plan, SourceAdapter<C> candidate, RunnerServices services, BooleanSupplier configured) {
        List<TenantView> views = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        try {
            Normalizer live = live(plan, services, views);
            // Not while the live adapter is in use: a candidate may take as long as it likes.
            Optional<C> settings = bind(plan, candidate, services, faults);
            Optional<Normalizer> tried = settings.map(s -> normalizer(plan, candidate, s, services, views));
            boolean sensitive = plan.adapter().descriptor().sensitive()
                    || candidate.descriptor().sensitive();
            return new AdapterTrial(plan, sensitive, live, tried, List.copyOf(faults), views, services, configured);
        } catch (RuntimeException | LinkageError e) {
            views.forEach(TenantView::close);
            throw e;
        }
    }

    private static <L extends Record> Normalizer live(
            Plan.Ready<L> plan, RunnerServices services, List<TenantView> views) {
        var lock = plan.runtime()
                .use()
                .orElseThrow(() -> AdapterUse.notReady(plan.config().id()));
        try {
            return normalizer(plan, plan.adapter(), plan.settings(), services, views);
        } finally {
            lock.unlock();
        }
    }

    private static <S extends Record> Normalizer normalizer(
            Plan.Ready<?> plan, SourceAdapter<S> adapter, S settings, RunnerServices services, List<TenantView> views) {
        InertSource<S> source = InertSource.of(plan, adapter.descriptor(), settings, services);
        views.add(source.recorded());
        return adapter.normalizer(source);
    }

    /** Keys that the candidate does not know are told and left out: the rest is worth comparing. */
    private static <S extends Record> Optional<S> bind(
            Plan.Ready<?> plan, SourceAdapter<S> candidate, RunnerServices services, List<Fault> faults) {
        var binder = new SettingsBinder<>(candidate.descriptor().settings(), services.settingValues());
        Map<String, String> values = new TreeMap<>(plan.config().adapterValues());
        if (binder.bind(values) instanceof SettingsBinder.Result.Wrong<S> wrong) {
            faults.addAll(wrong.faults());
            wrong.faults().stream()
                    .filter(fault -> fault.code().equals("unknown-setting"))
                    .forEach(fault -> values.remove(fault.where()));
        }
        return binder.bind(values) instanceof SettingsBinder.Result.Bound<S> bound
                ? Optional.of(bound.settings())
                : Optional.empty();
    }

    @Override
    public String source() {
        return plan.config().id();
    }

    @Override
    public String tenant() {
        return plan.tenant().id();
    }

    @Override
    public String liveVersion() {
        return plan.runtime().version();
    }

    @Override
    public boolean archived() {
        return plan.archive().mode() != ArchivePolicy.Mode.NONE;
    }

    @Override
    public boolean current() {
        return configured.getAsBoolean()
                && services.adapters()
                        .apply(plan.runtime().id())
                        .filter(plan.runtime()::equals)
                        .isPresent();
    }

    @Override
    public Optional<Use> use() {
        return plan.runtime().use().map(lock -> lock::unlock);
    }

    @Override
    public void close() {
        views.forEach(TenantView::close);
    }
}
