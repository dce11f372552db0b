package org.iochub.shell.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.iochub.core.access.AccessKey;
import org.iochub.core.access.AccessKeys;
import org.iochub.core.access.Grants;
import org.iochub.core.source.Sources;
import org.iochub.core.tenant.Tenants;
import org.iochub.core.type.RecordTypeRegistry;
import org.iochub.model.area.Areas;

@Command(
        scope = "hub",
        name = "keys",
        description = "Liệt kê, tạo, thay, thu hồi khóa truy cập / Lists, makes, rotates, revokes access keys",
        detailedDescription =
                "A new key's value is shown once and kept nowhere. Without --types, --tenants or --areas it"
                        + " reads all of them; a key with --push reads only when --types is given too.\n\nEXAMPLE\n\n"
                        + "  hub:keys\n"
                        + "  hub:keys --create \"IOC dashboard\" --types dossier,indicator --personal masked --days 365\n"
                        + "  hub:keys --create \"SOS gateway\" --push sos-reports\n"
                        + "  hub:keys --rotate k3f9 --overlap 48\n"
                        + "  hub:keys --revoke k3f9")
@Service
public final class KeysCommand extends HubCommand {
    private static final int MOST_DAYS = 36_500;
    private static final int MOST_OVERLAP = 24 * 90;

    @Option(name = "--create", description = "Tên khóa mới / The new key's name: who uses it and what for")
    String create;

    @Option(name = "--revoke", description = "Thu hồi khóa có mã này / Revokes the key with this id")
    @Completion(KeyIds.class)
    String revoke;

    @Option(name = "--rotate", description = "Thay khóa có mã này / Replaces the key with this id by a new one")
    @Completion(KeyIds.class)
    String rotate;

    @Option(
            name = "--overlap",
            description = "Số giờ khóa cũ còn dùng được / Hours for which the replaced key stays usable")
    int overlap = 24;

    @Option(name = "--rate", description = "Số yêu cầu tối đa mỗi phút / Requests a minute at most; 0 does not limit")
    int rate;

    @Option(name = "--types", description = "Loại bản ghi, cách nhau dấu phẩy / Record types, comma-separated")
    @Completion(RecordTypeNames.class)
    String typeNames;

    @Option(name = "--tenants", description = "Cơ quan, cách nhau dấu phẩy / Authorities, comma-separated")
    @Completion(TenantIds.class)
    String tenantIds;

    @Option(name = "--areas", description = "Mã đơn vị hành chính / Codes of administrative units, comma-separated")
    String areaCodes;

    @Option(name = "--personal", description = "none, masked, full")
    @Completion(
            value = StringsCompleter.class,
            values = {"none", "masked", "full"})
    String personal = "none";

    @Option(name = "--push", description = "Nguồn được gửi vào, * là mọi nguồn / Sources it may deliver to, * for all")
    @Completion(SourceIds.class)
    String push;

    @Option(name = "--admin", description = "Quản trị / Administration")
    boolean admin;

    @Option(name = "--days", description = "Hết hạn sau bao nhiêu ngày / Expires after so many days")
    int days;

    @Reference(optional = true)
    AccessKeys keys;

    @Reference(optional = true)
    RecordTypeRegistry types;

    @Reference(optional = true)
    Tenants tenants;

    @Reference(optional = true)
    Areas areas;

    @Reference(optional = true)
    Sources sources;

    @Override
    void run() throws Exception {
        need(keys);
        if (Stream.of(create, revoke, rotate).filter(Objects::nonNull).count() > 1) {
            throw failure(
                    "Chỉ chọn một trong --create, --rotate, --revoke.",
                    "Choose one of --create, --rotate and --revoke.");
        }
        if (create != null) {
            create();
        } else if (rotate != null) {
            rotate();
        } else if (revoke != null) {
            revoke();
        } else {
            list();
        }
    }

    private void list() {
        List<AccessKey> all = keys.list();
        if (json) {
            out.println(
                    Json.pretty(Map.of("keys", all.stream().map(KeyViews::json).toList())));
            return;
        }
        Table table = Table.of("id", "name", "rights", "personal", "expires", "state");
        Instant now = Instant.now();
        for (AccessKey key : all) {
            table.row(
                    key.id(),
                    Table.cut(key.name(), 22),
                    KeyViews.rights(key.grants()),
                    key.grants().personal().wireName(),
                    key.expiresAt().map(end -> Times.full(end).substring(0, 10)).orElse("-"),
                    key.revoked() ? "revoked" : key.usableAt(now) ? "valid" : "expired");
        }
        table.print(out);
    }

    private void create() throws Exception {
        if (create.isBlank()) {
            throw failure("Khóa phải có tên.", "A key must have a name.");
        }
        AccessKeys.Created created = keys.create(create.trim(), grants(), expiry());
        changed(created.key().id(), Map.of("create", create.trim()));
        show(created);
    }

    private void rotate() throws Exception {
        if (overlap < 0 || overlap > MOST_OVERLAP) {
            throw failure(
                    "--overlap phải từ 0 đến " + MOST_OVERLAP + " giờ.",
                    "--overlap must be 0 to " + MOST_OVERLAP + " hours.");
        }
        AccessKeys.Created created = keys.rotate(rotate, Instant.now().plus(Duration.ofHours(overlap)))
                .orElseThrow(() -> failure(
                        "Không có khóa «" + rotate + "» còn dùng được.", "There is no usable key «" + rotate + "»."));
        changed(rotate, Map.of("rotate", rotate, "successor", created.key().id()));
        show(created);
    }

    private void show(AccessKeys.Created created) {
        if (json) {
            Map<String, Object> document = KeyViews.json(created.key());
            document.put("value", created.value());
            out.println(Json.pretty(document));
        } else {
            say(
                    "Khóa " + created.key().id() + " đã tạo; giá trị chỉ hiện một lần:",
                    "Key " + created.key().id() + " is made; its value is shown this once:");
            out.println(created.value());
        }
    }

    private Grants grants() throws Exception {
        Optional<Set<String>> wantedTypes = GrantOptions.names(
                "--types", typeNames, name -> types != null && types.get(name).isPresent());
        Optional<Set<String>> wantedTenants = GrantOptions.names(
                "--tenants", tenantIds, id -> tenants != null && tenants.get(id).isPresent());
        Optional<Set<String>> wantedAreas = GrantOptions.names(
                "--areas",
                areaCodes,
                code -> areas != null && !areas.spans(code).isEmpty());
        Optional<Set<String>> wantedPush = GrantOptions.names(
                "--push",
                push,
                id -> id.equals("*") || sources != null && sources.get(id).isPresent());
        boolean reads = wantedPush.isEmpty() || wantedTypes.isPresent();
        if (rate < 0) {
            throw failure("--rate không được âm.", "--rate must not be negative.");
        }
        Grants grants = new Grants(
                reads,
                wantedTypes,
                wantedTenants,
                wantedAreas,
                GrantOptions.personal(personal),
                wantedPush.orElse(Set.of()),
                admin);
        return rate == 0 ? grants : grants.limitedTo(rate);
    }

    private Optional<Instant> expiry() throws Exception {
        if (days < 0 || days > MOST_DAYS) {
            throw failure("--days phải từ 1 đến " + MOST_DAYS + ".", "--days must be 1 to " + MOST_DAYS + ".");
        }
        return days == 0 ? Optional.empty() : Optional.of(Instant.now().plus(Duration.ofDays(days)));
    }

    private void revoke() throws Exception {
        if (!keys.revoke(revoke)) {
            throw failure("Không có khóa «" + revoke + "».", "There is no key «" + revoke + "».");
        }
        changed(revoke, Map.of("revoke", revoke));
        if (json) {
            out.println(Json.pretty(Map.of("id", revoke, "revoked", true)));
        } else {
            say("Đã thu hồi khóa " + revoke + ".", "Key " + revoke + " is revoked.");
        }
    }
}
