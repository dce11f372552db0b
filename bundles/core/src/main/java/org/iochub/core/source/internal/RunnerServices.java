package org.iochub.core.source.internal;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import java.util.function.Supplier;
import org.iochub.core.archive.Archiver;
import org.iochub.core.cluster.Leases;
import org.iochub.core.pipeline.internal.Intake;
import org.iochub.core.settings.SettingValues;
import org.iochub.core.source.SourceStateStore;
import org.iochub.core.store.RecordStore;
import org.iochub.core.tenant.Tenants;
import org.iochub.model.area.Areas;

/**
 * What every instance shares.
 *
 * @param adapters the installed adapters, by id
 * @param pool for life-cycle steps
 * @param timer for later steps
 */
record RunnerServices(
        Intake intake,
        Archiver archive,
        RecordStore store,
        SourceStateStore states,
        Leases leases,
        Tenants tenants,
        Supplier<Areas> areas,
        SettingValues settingValues,
        Pseudonyms pseudonyms,
        Recordings recordings,
        Clock clock,
        Executor pool,
        ScheduledExecutorService timer,
        Function<String, Optional<AdapterRuntime>> adapters) {}
