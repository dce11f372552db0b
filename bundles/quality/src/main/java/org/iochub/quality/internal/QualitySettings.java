package org.iochub.quality.internal;

import java.time.Duration;
import org.iochub.api.Setting;

/** How often one authority's figures are made. */
public record QualitySettings(
        @Setting(
                vi = "Bao lâu đếm một lần những gì mới đến",
                en = "How often to count what is new",
                byDefault = "1m",
                min = 1)
        Duration period,

        @Setting(
                vi = "Bao lâu đưa số liệu của ngày đang chạy vào luồng một lần",
                en = "How often to publish the figures of the running day",
                byDefault = "15m",
                min = 1)
        Duration publish) {}
