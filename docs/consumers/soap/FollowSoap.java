import jakarta.xml.ws.BindingProvider;
import jakarta.xml.ws.Holder;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import vn.ioc.feed.Feed;
import vn.ioc.feed.FeedRecord;
import vn.ioc.feed.FeedService;
import vn.ioc.feed.HubFault_Exception;

/**
 * Reads a feed over SOAP with classes that wsimport made of the hub's WSDL, and keeps the place reached in a file. Prints
 * one line for each record.
 */
public class FollowSoap {
    public static void main(String[] args) throws Exception {
        String hub = System.getenv().getOrDefault("HUB_URL", "http://127.0.0.1:8181");
        Path place = Path.of(System.getenv().getOrDefault("CURSOR_FILE", "cursor.txt"));
        Feed feed = new FeedService(URI.create(hub + "/soap/feed?wsdl").toURL()).getFeedPort();
        Map<String, Object> context = ((BindingProvider) feed).getRequestContext();
        context.put(BindingProvider.ENDPOINT_ADDRESS_PROPERTY, hub + "/soap/feed");
        // HTTP Basic: any name, the key as the password.
        context.put(BindingProvider.USERNAME_PROPERTY, "ioc");
        context.put(BindingProvider.PASSWORD_PROPERTY, System.getenv("HUB_KEY"));

        Holder<List<FeedRecord>> records = new Holder<>();
        Holder<String> next = new Holder<>();
        Holder<Boolean> more = new Holder<>(true);
        String after = Files.exists(place) ? Files.readString(place).strip() : null;
        try {
            while (more.value) {
                feed.readFeed(
                        System.getenv("TYPE"), after, 100, List.of(), List.of(), List.of(), null, null, records, next, more);
                if (records.value != null) {
                    records.value.forEach(FollowSoap::take);
                }
                after = next.value;
                // Only now is the page done with.
                Files.writeString(place, after);
            }
        } catch (HubFault_Exception refused) {
            System.err.println(refused.getFaultInfo().getCode() + ": " + refused.getFaultInfo().getVi());
            System.exit(1);
        }
    }

    private static void take(FeedRecord record) {
        String what = record.getData() == null || record.getData().getDossier() == null
                ? ""
                : " " + record.getData().getDossier().getDossierCode();
        System.out.println(record.getOp() + " " + record.getType() + " " + record.getSubject() + what);
    }
}
