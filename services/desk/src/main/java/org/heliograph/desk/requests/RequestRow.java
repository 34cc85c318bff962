package org.heliograph.desk.requests;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.heliograph.desk.envelope.CaseFile;
import org.heliograph.desk.envelope.Handling;
import org.heliograph.events.HandlingCode;
import org.heliograph.events.Priority;
import org.heliograph.events.Purpose;
import org.heliograph.events.RequestKind;
import org.heliograph.events.Status;
import org.heliograph.events.Tlp;
import org.heliograph.events.Urgency;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Reads a row of {@code coop_request}. */
final class RequestRow {

    private RequestRow() {}

    static CooperationRequest read(ResultSet row, JsonMapper json) throws SQLException {
        return new CooperationRequest(
                new CaseFile(row.getObject("request_id", UUID.class), Status.valueOf(row.getString("status"))),
                Direction.valueOf(row.getString("direction")),
                row.getString("reference"),
                row.getString("requesting_party"),
                row.getString("requesting_role"),
                strings(row.getArray("addressees")),
                content(row, json),
                Priority.valueOf(row.getString("priority")),
                handling(row),
                row.getObject("event_id", UUID.class),
                instant(row, "submitted_at"));
    }

    private static Content content(ResultSet row, JsonMapper json) throws SQLException {
        RequestKind kind = RequestKind.valueOf(row.getString("kind"));
        return new Content(
                kind,
                row.getString("subject"),
                row.getString("facts_summary"),
                row.getString("assistance_sought"),
                row.getString("legal_basis"),
                row.getString("language"),
                Urgency.valueOf(row.getString("urgency")),
                instantOrNull(row, "due_at"),
                List.of(json.readValue(row.getString("attachments"), Content.AttachedDocument[].class)),
                StoredDetails.read(kind, row.getString("details"), json));
    }

    private static Handling handling(ResultSet row) throws SQLException {
        return new Handling(
                Tlp.valueOf(row.getString("tlp")),
                strings(row.getArray("handling_codes")).stream()
                        .map(HandlingCode::valueOf)
                        .toList(),
                row.getString("handling_note"),
                strings(row.getArray("purposes")).stream().map(Purpose::valueOf).toList(),
                instantOrNull(row, "retain_until"),
                row.getBoolean("contains_personal_data"));
    }

    static List<String> strings(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    static @Nullable OffsetDateTime timestamp(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    static String[] array(List<? extends Object> values) {
        return values.stream().map(Object::toString).toArray(String[]::new);
    }
}
