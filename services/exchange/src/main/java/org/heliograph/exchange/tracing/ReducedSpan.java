package org.heliograph.exchange.tracing;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A span without anything that somebody may have written: known attributes alone, a name made of these, no events (they
 * hold texts of exceptions), no links, no description of its status, and nothing of a caller's {@code tracestate}.
 */
final class ReducedSpan extends DelegatingSpanData {

    private static final String OTHER = "work";

    private final Attributes attributes;

    ReducedSpan(SpanData whole) {
        super(whole);
        this.attributes = whole.getAttributes().toBuilder()
                .removeIf(key -> !SpanAttribute.has(key.getKey()))
                .build();
    }

    /** Whether somebody only looked at how the process does; that happens all the time. */
    boolean isProbe() {
        String route = text(SpanAttribute.HTTP_ROUTE);
        return route != null && route.startsWith("/actuator");
    }

    @Override
    public String getName() {
        String operation = text(SpanAttribute.OPERATION);
        if (operation != null) {
            return joined(operation, text(SpanAttribute.TOPIC));
        }
        String method = text(SpanAttribute.HTTP_METHOD);
        return method == null ? OTHER : joined(method, text(SpanAttribute.HTTP_ROUTE));
    }

    private static String joined(String one, @Nullable String other) {
        return other == null ? one : one + " " + other;
    }

    private @Nullable String text(SpanAttribute attribute) {
        return attributes.get(AttributeKey.stringKey(attribute.key()));
    }

    @Override
    public Attributes getAttributes() {
        return attributes;
    }

    @Override
    public int getTotalAttributeCount() {
        return attributes.size();
    }

    @Override
    public List<EventData> getEvents() {
        return List.of();
    }

    @Override
    public int getTotalRecordedEvents() {
        return 0;
    }

    @Override
    public List<LinkData> getLinks() {
        return List.of();
    }

    @Override
    public int getTotalRecordedLinks() {
        return 0;
    }

    @Override
    public StatusData getStatus() {
        return StatusData.create(super.getStatus().getStatusCode(), "");
    }

    @Override
    public SpanContext getSpanContext() {
        return withoutState(super.getSpanContext());
    }

    @Override
    public SpanContext getParentSpanContext() {
        return withoutState(super.getParentSpanContext());
    }

    private static SpanContext withoutState(SpanContext context) {
        TraceState none = TraceState.getDefault();
        return context.isRemote()
                ? SpanContext.createFromRemoteParent(
                        context.getTraceId(), context.getSpanId(), context.getTraceFlags(), none)
                : SpanContext.create(context.getTraceId(), context.getSpanId(), context.getTraceFlags(), none);
    }
}
