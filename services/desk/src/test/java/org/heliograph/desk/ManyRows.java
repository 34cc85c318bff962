package org.heliograph.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.heliograph.exchange.database.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Fills the tables of a desk with so many rows that the database has to think of how it reads them. */
final class ManyRows {

    /** Of each of the large tables at least. */
    static final int NUMBER = 20_000;

    /** Tables with pages that not everybody sees whole yet. */
    private static final String NOT_ALL_VISIBLE = """
            select relname from pg_class join pg_namespace space on space.oid = relnamespace
            where relkind = 'r' and nspname = 'public' and relpages > relallvisible""";

    private static final String KINDS = "array['LEGISLATIVE_ASSISTANCE', 'CAPACITY_BUILDING', 'JOINT_INVESTIGATION',"
            + " 'VESSEL_REGISTRY_BOARDING', 'RESEARCH_DATA', 'CAMPAIGN_SUPPORT', 'PREVENTION_PLAN_SUPPORT']";

    private ManyRows() {}

    /** Half of the requests are addressed to the party; half of those are open, and one in four of these is paused. */
    static void fill(TestDatabase database, String party) {
        JdbcClient jdbc = JdbcClient.create(database.dataSource());
        jdbc.sql("""
                        insert into coop_request
                        select gen_random_uuid(), (array['IN', 'OUT'])[1 + i %% 2],
                            (array['CLOSED', 'ASSIGNED', 'CLOSED', 'INFO_NEEDED', 'FULFILLED'])[1 + i / 2 %% 5],
                            'XZ-2025-' || lpad(i::text, 6, '0'), 'xz', 'officer', array[:party],
                            (%1$s)[1 + i %% 7], 'Matter ' || i, 'Facts', 'Help', null, 'en', 'EXPECTED', null,
                            '[]', gen_random_uuid(), 'exercise:' || i, timestamptz '2025-01-01' + i * interval '1 min',
                            'EXERCISE', 'MEDIUM', 'AMBER', '{}', null, '{LEGAL_COOPERATION}', null, false, null
                        from generate_series(1, :number) i""".formatted(KINDS))
                .param("party", party)
                .param("number", NUMBER)
                .update();
        jdbc.sql("""
                        insert into coop_instance
                        select request_id, case direction when 'IN' then :party else 'xy' end, state, 2,
                            case when state not in ('CLOSED', 'FULFILLED') then submitted_at + interval '9 days' end,
                            case when state = 'INFO_NEEDED' then timestamptz '2199-01-01' end,
                            case when direction = 'IN' and state <> 'CLOSED' then timestamptz '2199-01-01' end,
                            submitted_at
                        from coop_request""").param("party", party).update();
        jdbc.sql("""
                        insert into coop_step (request_id, addressee, seq, from_state, to_state, actor, actor_role,
                            taken_at, event_id, act, detail)
                        select request_id, addressee, n, (array['SUBMITTED', 'ACKNOWLEDGED'])[n],
                            (array['ACKNOWLEDGED', 'ASSIGNED'])[n], 'ADDRESSEE', 'officer', submitted_at,
                            gen_random_uuid(), (array['ACKNOWLEDGE', 'ASSIGN'])[n], '{"assignedTo": "First desk"}'
                        from coop_instance, generate_series(1, 2) n""").update();
        jdbc.sql("""
                        insert into coop_command (event_id, request_id, direction, requester, addressee, role, asked_at,
                            act, detail)
                        select gen_random_uuid(), request_id, direction, requesting_party, 'xy', 'officer',
                            submitted_at, 'WITHDRAW', '{"text": "Solved"}'
                        from coop_request""").update();
        jdbc.sql("""
                        insert into coop_submission
                        select md5(request_id::text), md5('a' || request_id), request_id, submitted_at
                        from coop_request where direction = 'OUT'""").update();
        jdbc.sql("""
                        insert into request_draft
                        select gen_random_uuid(), 'LEGISLATIVE_ASSISTANCE', '{}', 1,
                            timestamptz '2025-01-01' + i * interval '1 min'
                        from generate_series(1, :number) i""").param("number", NUMBER).update();
        fillJournal(jdbc, party);
        fillPublications(jdbc, party);
        // Until the database knows of all pages that everybody sees them: only then it trusts an index alone.
        await().untilAsserted(() -> {
            jdbc.sql("vacuum analyze").update();
            assertThat(jdbc.sql(NOT_ALL_VISIBLE).query(String.class).list()).isEmpty();
        });
    }

    private static void fillJournal(JdbcClient jdbc, String party) {
        String rows = """
                        insert into journal (event_id, originator, event_type, direction, subject, context_id, status,
                            superseded, stored_at, content)
                        select gen_random_uuid(), case when i % 2 = 0 then 'x' || i / 2 % 20 else :party end,
                            (array['maritime.distress', 'alert.document-fraud'])[1 + i / 2 % 2],
                            (array['IN', 'OUT'])[1 + i % 2], 'matter-' || i / 3, 'exercise:' || i, 'EXERCISE',
                            i % 3 = 0, now(), jsonb_build_object('text', repeat('What it says. ', 40))
                        from generate_series(1, 2 * :number) i""";
        jdbc.sql(rows).param("party", party).param("number", NUMBER).update();
    }

    private static void fillPublications(JdbcClient jdbc, String party) {
        jdbc.sql("""
                        insert into publication
                        select case when i % 2 = 0 then 'x' || i / 2 % 20 else :party end,
                            (array['PRODUCT', 'LEGAL_UPDATE', 'CAPACITY_ACTIVITY', 'CAMPAIGN', 'STRATEGY'])[1 + i % 5],
                            gen_random_uuid(), (array['IN', 'OUT'])[1 + i % 2], gen_random_uuid(), 1,
                            (array['ACTUAL', 'EXERCISE', 'TEST'])[1 + i % 3], false,
                            array[chr(65 + i % 26) || chr(65 + i / 26 % 26)], array['theme-' || i % 100],
                            timestamptz '2025-01-01' + i * interval '1 min', now(), '{"tlp": "GREEN", "codes": [],
                            "purposes": [], "containsPersonalData": false}', '{}', '{}',
                            jsonb_build_object('text', repeat('What it says. ', 40))
                        from generate_series(1, :number) i""").param("party", party).param("number", NUMBER).update();
    }
}
