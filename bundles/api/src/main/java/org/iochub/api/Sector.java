package org.iochub.api;

import java.util.Locale;
import org.iochub.model.Text;

/** The sectors («lĩnh vực») whose systems a centre connects. */
public enum Sector {
    DOCUMENTS("Văn bản, nhiệm vụ", "Documents and tasks"),
    PUBLIC_SERVICES("Hành chính công", "Public services"),
    CITIZEN_REPORTS("Phản ánh, kiến nghị", "Citizen reports"),
    ONLINE_MEDIA("Thông tin trên môi trường mạng", "Online media"),
    ENVIRONMENT("Tài nguyên và môi trường", "Natural resources and environment"),
    TRAFFIC("Giao thông", "Traffic and transport"),
    SECURITY("An ninh trật tự", "Public security"),
    HEALTH("Y tế", "Health"),
    EDUCATION("Giáo dục và đào tạo", "Education"),
    LAND("Đất đai", "Land"),
    FINANCE("Tài chính, kế hoạch và đầu tư", "Finance, planning and investment"),
    STATISTICS("Thống kê, kinh tế - xã hội", "Statistics and socio-economic indicators"),
    CULTURE("Văn hóa, thể thao và du lịch", "Culture, sport and tourism"),
    AGRICULTURE("Nông nghiệp", "Agriculture"),
    INDUSTRY("Công Thương", "Industry and trade"),
    CONSTRUCTION("Xây dựng", "Construction"),
    REFERENCE("Danh mục dùng chung", "Reference lists");

    private final Text title;

    Sector(String vi, String en) {
        this.title = Text.of(vi, en);
    }

    public Text title() {
        return title;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
