package org.heliograph.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.InvokeInstruction;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.heliograph.desk.envelope.Caller;
import org.heliograph.desk.journal.Journal;
import org.heliograph.desk.maritime.DistressView;
import org.heliograph.desk.publications.CampaignContent;
import org.heliograph.desk.publications.NewPublication;
import org.heliograph.desk.publications.PublicationType;
import org.heliograph.desk.publications.Publications;
import org.heliograph.desk.publications.Publishing;
import org.heliograph.desk.requests.Direction;
import org.heliograph.desk.requests.RequestFiles;
import org.heliograph.desk.requests.RequestFilter;
import org.heliograph.events.Envelope;
import org.heliograph.events.RequestKind;
import org.heliograph.events.RequestState;
import org.heliograph.events.Status;
import org.heliograph.pages.session.PlainBrowser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every statement on requests, drafts, journal and publications has an index, as the database itself plans it among
 * many rows. A statement that is not run here fails the test too.
 */
class StoreQueriesTest {

    private static final List<String> STORES = List.of("requests", "journal", "publications", "pages/submission");

    private static TwoDesks desks;

    @BeforeAll
    static void start() throws IOException {
        desks = new TwoDesks("--spring.main.sources=" + QueryPlans.class.getName());
        ManyRows.fill(desks.databaseOfXa, "xa");
        ManyRows.fill(desks.databaseOfUnodc, "unodc");
    }

    @AfterAll
    static void stop() {
        desks.close();
    }

    @BeforeEach
    void look() {
        QueryPlans.forget();
        QueryPlans.look(true);
    }

    @AfterEach
    void lookNoMore() {
        QueryPlans.look(false);
        desks.emptyTheBags();
    }

    @Test
    void haveAnIndexEach() throws IOException, URISyntaxException {
        requestsFromEndToEnd();
        assertThat(problems()).isEmpty();
        lists();
        drafts();
        journal();
        publications();
        notices();

        assertThat(QueryPlans.callers())
                .as("methods whose statements this test has to run")
                .containsAll(methodsThatAskTheDatabase());
        assertThat(problems()).isEmpty();
    }

    @Test
    void areFoundOutWithoutTheirIndex() {
        JdbcClient jdbc = JdbcClient.create(desks.databaseOfUnodc.dataSource());
        Map<String, Runnable> uses = Map.of(
                "coop_instance_work", () -> desks.unodc.get("/api/v1/work-list"),
                "coop_request_words", () -> desks.unodc.get("/api/v1/requests?text=xz-2025-000077"),
                "coop_command_by_request", () -> desks.unodc.get("/api/v1/requests/" + sentByUnodc(jdbc)),
                "publication_newest", () -> desks.unodc.get("/api/v1/publications"));
        uses.forEach((index, use) -> {
            String definition = jdbc.sql("select indexdef from pg_indexes where indexname = :name")
                    .param("name", index)
                    .query(String.class)
                    .single();
            jdbc.sql("drop index " + index).update();
            QueryPlans.forget();

            use.run();

            assertThat(problems()).as("without " + index).isNotEmpty();
            jdbc.sql(definition).update();
            jdbc.sql("analyze").update();
        });
    }

    private static String sentByUnodc(JdbcClient jdbc) {
        return jdbc.sql("select request_id from coop_request where direction = 'OUT' limit 1")
                .query(UUID.class)
                .single()
                .toString();
    }

    private static Set<String> problems() {
        return QueryPlans.plans().entrySet().stream()
                .flatMap(query -> query.getValue().stream()
                        .flatMap(plan -> PlanProblems.of(plan, ManyRows.NUMBER).stream())
                        .map(problem -> problem + ": " + query.getKey()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** As its class files tell it. */
    private static Set<String> methodsThatAskTheDatabase() throws IOException, URISyntaxException {
        Path classes = Path.of(RequestFiles.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Set<String> methods = new TreeSet<>();
        for (String store : STORES) {
            try (Stream<Path> files = Files.walk(classes.resolve("org/heliograph/desk/" + store))) {
                for (Path file :
                        files.filter(each -> each.toString().endsWith(".class")).toList()) {
                    ClassModel type = ClassFile.of().parse(file);
                    type.methods().stream()
                            .filter(StoreQueriesTest::asksTheDatabase)
                            .map(method -> type.thisClass().asInternalName().replace('/', '.') + "."
                                    + method.methodName().stringValue())
                            .forEach(methods::add);
                }
            }
        }
        assertThat(methods).as("found by this test").hasSizeGreaterThan(20);
        return methods;
    }

    private static boolean asksTheDatabase(MethodModel method) {
        return method.code().stream()
                .flatMap(code -> code.elementStream())
                .anyMatch(element -> element instanceof InvokeInstruction call
                        && call.owner().asInternalName().equals("org/springframework/jdbc/core/simple/JdbcClient")
                        && call.name().stringValue().equals("sql"));
    }

    private static void requestsFromEndToEnd() {
        Map<String, Object> request = Requests.to("unodc");
        String key = UUID.randomUUID().toString();
        String id = desks.xa
                .post("/api/v1/requests", request, "Idempotency-Key", key)
                .body()
                .get("requestId")
                .asString();
        assertThat(desks.xa
                        .post("/api/v1/requests", request, "Idempotency-Key", key)
                        .status())
                .isEqualTo(200);
        List<Mailbag.Letter> sent = desks.xa.mailbag().take();
        UUID eventId = ((Envelope) sent.getFirst().event().get(0)).getEventId();
        sent.forEach(letter -> desks.unodc.receive(letter.event()));
        assertThat(desks.step(id, "acknowledge", Map.of("version", 0)).status()).isEqualTo(200);
        assertThat(desks.withdraw(id).status()).isEqualTo(202);
        desks.deliver();
        desks.unodc.mailbag().take().forEach(letter -> desks.xa.receive(letter.event()));
        assertThat(desks.state(desks.xa, id)).isEqualTo("WITHDRAWN");
        desks.sentToUnodc(Map.of());
        desks.unodc.clock().turnOn("P20D");
        desks.unodc.clockRound();
        assertThat(desks.xa.get("/api/v1/events/" + eventId + "/recipients").status())
                .isEqualTo(200);
    }

    private static void lists() {
        for (@Nullable Direction direction : new @Nullable Direction[] {null, Direction.IN, Direction.OUT}) {
            for (List<RequestState> states : List.of(
                    List.<RequestState>of(),
                    List.of(RequestState.ASSIGNED),
                    List.of(RequestState.ASSIGNED, RequestState.INFO_NEEDED))) {
                for (@Nullable RequestKind kind : new @Nullable RequestKind[] {null, RequestKind.RESEARCH_DATA}) {
                    for (@Nullable String text : new @Nullable String[] {null, "matter 777", "matter", "nowhere"}) {
                        list(direction, states, kind, text);
                    }
                }
            }
        }
        for (int page : new int[] {0, 20}) {
            assertThat(desks.unodc.get("/api/v1/work-list?size=50&page=" + page).status())
                    .isEqualTo(200);
        }
    }

    private static void list(
            @Nullable Direction direction,
            List<RequestState> states,
            @Nullable RequestKind kind,
            @Nullable String text) {
        desks.unodc.bean(RequestFiles.class).list(new RequestFilter(direction, states, kind, text), 0, 20);
    }

    private static void drafts() {
        desks.identity.signIns().are("xa", "xa-duty-officer");
        try (PlainBrowser xa = new PlainBrowser(desks.xa.address(), "en")) {
            String path = "/desk/new/LEGISLATIVE_ASSISTANCE";
            PlainBrowser.Page form = xa.get(path);
            PlainBrowser.Page kept = xa.post(form, path, DraftForms.unfinished(form, "keep"));
            PlainBrowser.Page again = xa.post(kept, path, DraftForms.unfinished(kept, "keep"));
            assertThat(again.body()).contains("The draft is kept");
            assertThat(xa.get("/desk/new").status()).isEqualTo(200);
            xa.get(path + "?draft=" + DraftForms.draft(again));
            xa.post(again, path, DraftForms.unfinished(again, "discard"));
        }
    }

    private static void journal() {
        Map<String, Object> distress = new HashMap<>(DistressTest.distress("of-plans", Map.of()));
        String id = desks.xa
                .post("/api/v1/maritime/distress", distress)
                .body()
                .get("eventId")
                .asString();
        for (String filter :
                List.of("", "?direction=IN", "?originator=x3", "?distressId=matter-9", "?direction=OUT&history=true")) {
            assertThat(desks.xa.get("/api/v1/maritime/distress" + filter).status())
                    .isEqualTo(200);
        }
        desks.xa.get("/api/v1/maritime/distress/" + id);
        desks.xa.bean(Journal.class).about(DistressView.KIND, "matter-9");
    }

    private static void notices() {
        JdbcClient jdbc = JdbcClient.create(desks.databaseOfXa.dataSource());
        jdbc.sql("update coop_notice set due = false").update();
        desks.submit(SampleRequests.jointWith("unodc"));
        desks.gate.tellsEligible("""
                {"recipients": {"JOINT_INVESTIGATION": ["iom"]}, "policyVersion": "v"}""");
        desks.xa.noticeRound();
        desks.gate.tellsNothing();
    }

    private static void publications() {
        Publishing publishing = desks.xa.bean(Publishing.class);
        Caller officer = new Caller("officer");
        UUID id = publishing.publish(
                new NewPublication<>(
                        Status.EXERCISE,
                        null,
                        null,
                        null,
                        null,
                        new CampaignContent(
                                List.of("Skippers"),
                                List.of("XA"),
                                List.of("en"),
                                null,
                                LocalDate.of(2026, 9, 1),
                                null,
                                "xa",
                                null,
                                null,
                                null)),
                officer);
        desks.xa.get("/api/v1/publications/" + id);
        desks.xa.bean(Publications.class).upon(UUID.randomUUID());
        publishing.withdraw(id, PublicationType.CAMPAIGN, 1, officer);
        for (String filter : List.of(
                "",
                "?direction=OUT",
                "?type=CAMPAIGN",
                "?originator=x3",
                "?status=EXERCISE",
                "?country=BB",
                "?theme=theme-7",
                "?type=CAMPAIGN&originator=x3&country=BB")) {
            assertThat(desks.xa.get("/api/v1/publications" + filter).status()).isEqualTo(200);
        }
    }
}
