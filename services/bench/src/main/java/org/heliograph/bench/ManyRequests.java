package org.heliograph.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Made-up requests with their steps, straight into the database of a service: half of them sent, half received, over
 * two years, two in three of them done with.
 */
final class ManyRequests {

    private ManyRequests() {}

    /** Returns how many steps there are now. */
    static long fill(Connection database, String party, int number) throws SQLException {
        try (Statement sql = database.createStatement()) {
            sql.executeUpdate("""
                    insert into coop_request
                    select gen_random_uuid(), (array['IN', 'OUT'])[1 + i %% 2],
                        (array['SUBMITTED', 'ACKNOWLEDGED', 'ASSIGNED', 'ACCEPTED', 'IN_PROGRESS', 'FULFILLED',
                            'CLOSED'])[1 + least(6, i / 2 %% 17)],
                        'XZ-' || 2025 + i %% 2 || '-' || lpad(i::text, 6, '0'),
                        case i %% 2 when 0 then 'xz' else '%1$s' end, 'officer',
                        case i %% 2 when 0 then array['%1$s'] else array['unodc'] end,
                        (array['LEGISLATIVE_ASSISTANCE', 'CAPACITY_BUILDING', 'VESSEL_REGISTRY_BOARDING',
                            'RESEARCH_DATA', 'CAMPAIGN_SUPPORT', 'PREVENTION_PLAN_SUPPORT',
                            'MLA_PREPARATION'])[1 + i / 3 %% 7],
                        (array['Review of a draft law', 'Training of border police', 'A route by sea',
                            'Fees and routes', 'A campaign in two languages'])[1 + i %% 5]
                            || ' in district ' || i %% 997,
                        repeat('What is known of the matter, in some detail. ', 10), 'Comments, and a meeting', null,
                        'en', 'EXPECTED', null, '[]', gen_random_uuid(), 'exercise:' || gen_random_uuid(),
                        now() - interval '2 years' + i * interval '2 years' / %2$d, 'EXERCISE', 'MEDIUM', 'AMBER', '{}',
                        null, '{LEGAL_COOPERATION}', null, false, null
                    from generate_series(1, %2$d) i""".formatted(party, number));
            sql.executeUpdate("""
                    insert into coop_instance
                    select request_id, case direction when 'IN' then '%s' else 'unodc' end, state,
                        coalesce(array_position(array['ACKNOWLEDGED', 'ASSIGNED', 'ACCEPTED', 'IN_PROGRESS',
                            'FULFILLED', 'CLOSED'], state), 0),
                        case when direction = 'IN' and state in ('SUBMITTED', 'ACKNOWLEDGED', 'ASSIGNED')
                            then submitted_at + interval '9 days' end,
                        null, null, submitted_at
                    from coop_request""".formatted(party));
            long steps = sql.executeLargeUpdate("""
                    insert into coop_step (request_id, addressee, seq, from_state, to_state, actor, actor_role,
                        taken_at, event_id, act, detail)
                    select instance.request_id, addressee, n,
                        (array['SUBMITTED', 'ACKNOWLEDGED', 'ASSIGNED', 'ACCEPTED', 'IN_PROGRESS', 'FULFILLED'])[n],
                        (array['ACKNOWLEDGED', 'ASSIGNED', 'ACCEPTED', 'IN_PROGRESS', 'FULFILLED', 'CLOSED'])[n],
                        case n when 6 then 'REQUESTER' else 'ADDRESSEE' end, 'officer',
                        submitted_at + n * interval '1 h', gen_random_uuid(),
                        (array['ACKNOWLEDGE', 'ASSIGN', 'ACCEPT', 'START', 'FULFIL', 'CONFIRM'])[n],
                        (array['{}', '{"assignedTo": "First desk"}', '{}', '{}', '{"whole": true, "text": "Done"}',
                            '{}'])[n]::jsonb
                    from coop_instance instance, generate_series(1, 6) n
                    where n <= instance.seq""");
            sql.execute("vacuum analyze coop_request");
            sql.execute("vacuum analyze coop_instance");
            sql.execute("vacuum analyze coop_step");
            return steps;
        }
    }
}
