package org.iochub.model.record;

import static org.iochub.model.RecordType.Scope.GLOBAL;
import static org.iochub.model.RecordType.Scope.SOURCE;
import static org.iochub.model.RecordType.Scope.TENANT;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.iochub.model.RecordType;

/** The record types the hub is shipped with. */
public final class RecordTypes {
    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);

    public static final RecordType<Dossier> DOSSIER = RecordType.define("dossier", 1, Dossier.class)
            .title("Hồ sơ một cửa", "One-stop dossier")
            .description(
                    "Một hồ sơ thủ tục hành chính ở một cấp; các cấp liên thông được nối bằng links.",
                    "A dossier of an administrative procedure at one level; interlinked levels are joined by links.")
            .identity(TENANT, d -> List.of(d.dossierCode()))
            .identityFields("dossierCode")
            .time("receivedAt", Dossier::receivedAt)
            .status("status")
            .part("steps", Dossier.Step.class, "at", "status")
            .part("links", Dossier.Link.class, "dossierCode", "relation")
            .build();

    public static final RecordType<Document> DOCUMENT = RecordType.define("document", 1, Document.class)
            .title("Văn bản", "Document")
            .description(
                    "Văn bản đi, đến và trạng thái liên thông của văn bản.",
                    "An official document and the status of its exchange.")
            .identity(TENANT, d -> List.of(d.documentId()))
            .identityFields("documentId")
            .time("receivedAt", Document::receivedAt)
            .part("exchangeStatus", Document.ExchangeStatus.class, "org", "code", "at")
            .build();

    public static final RecordType<Task> TASK = RecordType.define("task", 1, Task.class)
            .title("Nhiệm vụ", "Task")
            .description("Nhiệm vụ được giao và tiến độ thực hiện.", "An assigned task and its progress.")
            .identity(SOURCE, t -> List.of(t.taskCode()))
            .identityFields("taskCode")
            .time("assignedAt", Task::assignedAt)
            .status("status")
            .build();

    public static final RecordType<CitizenReport> CITIZEN_REPORT = RecordType.define(
                    "citizen-report", 1, CitizenReport.class)
            .title("Phản ánh của người dân", "Citizen report")
            .description(
                    "Phản ánh hiện trường hoặc phản ánh, kiến nghị của người dân.",
                    "A field report or petition of a citizen.")
            .identity(SOURCE, r -> List.of(r.reportCode()))
            .identityFields("reportCode")
            .time("requestedAt", CitizenReport::requestedAt)
            .status("status")
            .part("rating", Integer.class)
            .part("statusNotes", String.class)
            .place("location")
            .build();

    public static final RecordType<Indicator> INDICATOR = RecordType.define("indicator", 1, Indicator.class)
            .title("Chỉ tiêu", "Indicator")
            .description(
                    "Một giá trị của một chỉ tiêu theo đơn vị, kỳ và phân tổ.",
                    "One value of an indicator by unit, period and breakdown.")
            .identity(TENANT, RecordTypes::indicatorKey)
            .identityFields("indicatorCode", "area", "period", "measure", "breakdown")
            .time("periodEnd", Indicator::periodEnd)
            .status("obsStatus")
            .build();

    public static final RecordType<Observation> OBSERVATION = RecordType.define("observation", 1, Observation.class)
            .title("Số đo quan trắc", "Observation")
            .description(
                    "Một giá trị đo của một thông số tại một trạm.",
                    "A measured value of one property at one facility.")
            .identity(
                    TENANT,
                    o -> List.of(
                            o.facilityCode(),
                            o.property(),
                            o.phenomenonTime().toInstant().toString(),
                            o.aggregation().orElse("")))
            .identityFields("facilityCode", "property", "phenomenonTime", "aggregation")
            .time("phenomenonTime", Observation::phenomenonTime)
            .status("statusCode")
            .place("location")
            .build();

    public static final RecordType<Incident> INCIDENT = RecordType.define("incident", 1, Incident.class)
            .title("Sự cố, cảnh báo", "Incident")
            .description("Một sự cố hoặc cảnh báo và diễn biến của nó.", "An incident or alert and its course.")
            .identity(SOURCE, i -> List.of(i.incidentCode()))
            .identityFields("incidentCode")
            .time("issuedAt", Incident::issuedAt)
            .status("status")
            .place("location")
            .build();

    public static final RecordType<MediaItem> MEDIA_ITEM = RecordType.define("media-item", 1, MediaItem.class)
            .title("Tin, bài trên mạng", "Media item")
            .description("Một tin, bài đăng trên môi trường mạng.", "A published item of online media.")
            .identity(TENANT, m -> List.of(m.guid().orElse(m.url())))
            .identityFields("guid", "url")
            .time("publishedAt", MediaItem::publishedAt)
            .build();

    public static final RecordType<LandParcel> LAND_PARCEL = RecordType.define("land-parcel", 1, LandParcel.class)
            .title("Thửa đất", "Land parcel")
            .description(
                    "Một thửa đất, không kèm thông tin chủ sử dụng.",
                    "A parcel of land, without data about its owners.")
            .identity(TENANT, p -> List.of(p.idScheme().code(), p.parcelId()))
            .identityFields("idScheme", "parcelId")
            .time("changedAt", LandParcel::changedAt)
            .status("status")
            .place("centroid")
            .build();

    public static final RecordType<Facility> FACILITY = RecordType.define("facility", 1, Facility.class)
            .title("Cơ sở", "Facility")
            .description("Trạm, trường, cơ sở y tế, camera và các cơ sở khác.", "Stations, schools, clinics, cameras.")
            .identity(TENANT, f -> List.of(f.kind().code(), f.facilityCode()))
            .identityFields("kind", "facilityCode")
            .time("updatedAt", Facility::updatedAt)
            .status("status")
            .place("location")
            .build();

    public static final RecordType<Organization> ORGANIZATION = RecordType.define("organization", 1, Organization.class)
            .title("Cơ quan, tổ chức", "Organisation")
            .description(
                    "Cơ quan, tổ chức theo mã định danh điện tử, trong một khoảng hiệu lực.",
                    "An organisation by its official code during one span of validity.")
            .identity(GLOBAL, o -> List.of(o.organCode(), o.validFrom().toString()))
            .identityFields("organCode", "validFrom")
            .time("validFrom", o -> startOfDay(o.validFrom()))
            .build();

    public static final RecordType<Area> AREA = RecordType.define("area", 1, Area.class)
            .title("Đơn vị hành chính", "Administrative unit")
            .description(
                    "Một đơn vị hành chính trong một khoảng hiệu lực.",
                    "An administrative unit during one span of validity.")
            .identity(GLOBAL, a -> List.of(a.code(), a.validFrom().toString()))
            .identityFields("code", "validFrom")
            .time("validFrom", a -> startOfDay(a.validFrom()))
            .place("location")
            .build();

    private static final List<RecordType<?>> BUILT_IN = List.of(
            DOSSIER,
            DOCUMENT,
            TASK,
            CITIZEN_REPORT,
            INDICATOR,
            OBSERVATION,
            INCIDENT,
            MEDIA_ITEM,
            LAND_PARCEL,
            FACILITY,
            ORGANIZATION,
            AREA);

    private RecordTypes() {}

    /** The built-in types, in the order the documentation names them. */
    public static List<RecordType<?>> builtIn() {
        return BUILT_IN;
    }

    private static List<String> indicatorKey(Indicator i) {
        return List.of(i.indicatorCode(), i.area(), i.period(), i.measure().code(), breakdownKey(i.breakdown()));
    }

    /** The breakdown in one order, whatever order the source gave it in. */
    private static String breakdownKey(Map<String, String> breakdown) {
        return new TreeMap<>(breakdown).toString();
    }

    private static OffsetDateTime startOfDay(LocalDate date) {
        return date.atStartOfDay().atOffset(VIETNAM);
    }
}
