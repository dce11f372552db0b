package org.iochub.quality.internal;

import java.util.List;
import org.apache.camel.RoutesBuilder;
import org.iochub.api.AdapterDescriptor;
import org.iochub.api.Normalizer;
import org.iochub.api.Sector;
import org.iochub.api.Settings;
import org.iochub.api.Source;
import org.iochub.api.SourceAdapter;
import org.iochub.api.Transport;
import org.iochub.core.log.FeedLog;
import org.iochub.core.quality.TallyStore;
import org.iochub.core.source.Sources;
import org.iochub.core.tenant.Tenants;
import org.iochub.model.Text;
import org.iochub.model.area.Areas;
import org.iochub.model.record.RecordTypes;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The figures of quality as a source like any other: each authority has one instance of it. */
@Component(service = SourceAdapter.class)
public final class QualityAdapter implements SourceAdapter<QualitySettings> {
    static final String ID = "quality";

    private static final AdapterDescriptor<QualitySettings> DESCRIPTOR = new AdapterDescriptor<>(
            ID,
            Sector.REFERENCE,
            Text.of("Chất lượng dữ liệu", "Data quality"),
            Text.of(
                    "Tính từ những gì hub đã nhận và đã từ chối của chính địa phương, theo bốn chữ «đúng, đủ, sạch, sống»;"
                            + " mỗi ngày, mỗi nguồn và mỗi loại bản ghi một bộ số liệu, kèm tử số, mẫu số và phiên bản định nghĩa.",
                    "Computed from what the hub took and refused of the same authority, by the four words right, complete,"
                            + " clean and live; for each day, source and record type, with numerator, denominator and the"
                            + " version of the definition."),
            List.of(RecordTypes.INDICATOR),
            Transport.HUB,
            Settings.of(QualitySettings.class),
            Text.of("Bước đếm mà số liệu thuộc về.", "The step of counting that the figure belongs to."),
            false);

    private final TallyStore store;
    private final FeedLog log;
    private final Tenants tenants;
    private final Areas areas;
    private final RulesInForce rules;

    /** Comes after its adapters: nobody waits for it here. */
    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile Sources sources;

    @Activate
    public QualityAdapter(
            @Reference TallyStore store,
            @Reference FeedLog log,
            @Reference Tenants tenants,
            @Reference Areas areas,
            @Reference RulesInForce rules) {
        this.store = store;
        this.log = log;
        this.tenants = tenants;
        this.areas = areas;
        this.rules = rules;
    }

    @Override
    public AdapterDescriptor<QualitySettings> descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Normalizer normalizer(Source<QualitySettings> source) {
        return new QualityNormalizer(source.areas());
    }

    @Override
    public RoutesBuilder routes(Source<QualitySettings> source) {
        return new QualityRoutes(source, new Publishing(source, store, log, tenants, new Units(areas), rules, () -> {
            Sources now = sources;
            return now == null ? List.of() : now.list();
        }));
    }
}
