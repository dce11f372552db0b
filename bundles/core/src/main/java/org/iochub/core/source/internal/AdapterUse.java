package org.iochub.core.source.internal;

import java.util.concurrent.locks.Lock;
import org.iochub.core.pipeline.internal.Origin;
import org.iochub.core.records.internal.TenantView;
import org.iochub.core.replay.internal.Adapters;
import org.iochub.model.FaultException;

/** An adapter used beside an instance's own routes, with a normaliser of its own. */
record AdapterUse(Origin origin, TenantView recorded, Lock held) implements Adapters.Use {
    static <S extends Record> Adapters.Use of(
            Plan.Ready<S> plan, SourceRunner runner, RunnerServices services, long fence) {
        String source = plan.config().id();
        Lock held = plan.runtime().use().orElseThrow(() -> notReady(source));
        try {
            SourceContext<S> context = plan.context(runner, services);
            var descriptor = plan.adapter().descriptor();
            Origin origin = new Origin(
                    source,
                    context.tenant(),
                    descriptor.id(),
                    plan.runtime().version(),
                    descriptor.sensitive(),
                    plan.adapter().normalizer(context),
                    fence,
                    plan.archive());
            return new AdapterUse(origin, context.recorded(), held);
        } catch (RuntimeException e) {
            held.unlock();
            throw e;
        }
    }

    static FaultException notReady(String source) {
        return FaultException.of(
                "source-not-ready",
                source,
                "Nguồn «" + source + "» không còn, cấu hình sai hoặc chưa có bộ kết nối; hãy xem hub:source " + source
                        + " rồi chạy lại.",
                "The source «" + source + "» is gone, misconfigured or without its adapter; look at hub:source "
                        + source + ", then replay again.");
    }

    @Override
    public void close() {
        try {
            recorded.close();
        } finally {
            held.unlock();
        }
    }
}
