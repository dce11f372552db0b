package org.iochub.routes.traffic.internal;

import java.util.Map;
import org.iochub.api.read.Shown;
import org.iochub.model.FaultException;

/** The kinds of situation records that DATEX II knows, by the local name of their type, with what people call them. */
final class SituationKinds {
    private static final Map<String, String> TITLES = Map.ofEntries(
            Map.entry("Accident", "Tai nạn giao thông"),
            Map.entry("AbnormalTraffic", "Ùn tắc, giao thông bất thường"),
            Map.entry("MaintenanceWorks", "Bảo trì đường"),
            Map.entry("ConstructionWorks", "Thi công trên đường"),
            Map.entry("Roadworks", "Thi công trên đường"),
            Map.entry("RoadOrCarriagewayOrLaneManagement", "Tổ chức lại làn, phần đường"),
            Map.entry("ReroutingManagement", "Phân luồng"),
            Map.entry("SpeedManagement", "Điều chỉnh tốc độ"),
            Map.entry("GeneralInstructionOrMessageToRoadUsers", "Thông báo cho người đi đường"),
            Map.entry("GeneralNetworkManagement", "Điều hành giao thông"),
            Map.entry("VehicleObstruction", "Xe gặp sự cố cản đường"),
            Map.entry("GeneralObstruction", "Vật cản trên đường"),
            Map.entry("AnimalPresenceObstruction", "Gia súc trên đường"),
            Map.entry("InfrastructureDamageObstruction", "Hư hỏng hạ tầng"),
            Map.entry("EnvironmentalObstruction", "Sạt lở, ngập, cây đổ"),
            Map.entry("PoorEnvironmentConditions", "Thời tiết xấu"),
            Map.entry("WeatherRelatedRoadConditions", "Mặt đường xấu do thời tiết"),
            Map.entry("NonWeatherRelatedRoadConditions", "Mặt đường xấu"),
            Map.entry("PublicEvent", "Sự kiện đông người"),
            Map.entry("AuthorityOperation", "Hoạt động của lực lượng chức năng"),
            Map.entry("DisturbanceActivity", "Mất trật tự ảnh hưởng giao thông"),
            Map.entry("EquipmentOrSystemFault", "Hỏng thiết bị giao thông"),
            Map.entry("ServiceDisruption", "Gián đoạn dịch vụ"),
            Map.entry("TransitInformation", "Thông tin vận tải công cộng"));

    private SituationKinds() {}

    /**
     * The kind, without the prefix of its namespace.
     *
     * @throws FaultException {@code unknown-code}
     */
    static String require(String type) {
        String local = type.substring(type.indexOf(':') + 1);
        if (!TITLES.containsKey(local)) {
            throw FaultException.of(
                    "unknown-code",
                    "type",
                    "Loại tình huống «" + Shown.of(local) + "» không có trong DATEX II; hãy hỏi nguồn.",
                    "The type of situation \"" + Shown.of(local) + "\" is not in DATEX II; ask the source.");
        }
        return local;
    }

    static String title(String kind) {
        return TITLES.get(kind);
    }

    /** {@code VehicleObstruction} as {@code vehicle-obstruction}. */
    static String code(String kind) {
        return kind.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(java.util.Locale.ROOT);
    }
}
