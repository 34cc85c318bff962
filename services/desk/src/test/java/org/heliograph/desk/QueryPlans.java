package org.heliograph.desk;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks the database how it goes about each statement that a desk runs, with the very parameters, just before it is run.
 * Is made by the desk, as one of its beans; what it finds is for the test that runs in the same JVM, one at a time.
 */
final class QueryPlans implements BeanPostProcessor {

    /** Methods that asked for a statement while plans were looked at. */
    private static final Set<String> CALLERS = ConcurrentHashMap.newKeySet();

    /** Plans by the text of the statement, as the database saw it. */
    private static final Map<String, List<JsonNode>> PLANS = new ConcurrentHashMap<>();

    private static final JsonMapper JSON = new JsonMapper();

    /** Turned on and off by the test, seen by the threads of the desk. */
    private static final AtomicBoolean LOOKING = new AtomicBoolean();

    static void look(boolean on) {
        LOOKING.set(on);
    }

    static void forget() {
        CALLERS.clear();
        PLANS.clear();
    }

    static Set<String> callers() {
        return Set.copyOf(CALLERS);
    }

    static Map<String, List<JsonNode>> plans() {
        return Map.copyOf(PLANS);
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return switch (bean) {
            case DataSource database -> proxy(DataSource.class, database, QueryPlans::ofDatabase);
            case JdbcClient client -> proxy(JdbcClient.class, client, QueryPlans::ofClient);
            default -> bean;
        };
    }

    /** What becomes of a result of a call. */
    @FunctionalInterface
    private interface After {
        @Nullable
        Object result(Method method, Object @Nullable [] arguments, @Nullable Object result) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, T real, After after) {
        return proxy(type, (_, method, arguments) -> after.result(method, arguments, call(real, method, arguments)));
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(QueryPlans.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static @Nullable Object call(Object real, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    private static @Nullable Object ofClient(Method method, Object @Nullable [] arguments, @Nullable Object result) {
        if (LOOKING.get() && method.getName().equals("sql")) {
            StackWalker.getInstance()
                    .walk(frames -> frames.filter(frame -> frame.getClassName().startsWith("org.heliograph.")
                                    && !frame.getClassName().equals(QueryPlans.class.getName()))
                            .findFirst())
                    .ifPresent(frame -> CALLERS.add(frame.getClassName() + "." + frame.getMethodName()));
        }
        return result;
    }

    private static @Nullable Object ofDatabase(Method method, Object @Nullable [] arguments, @Nullable Object result) {
        return result instanceof Connection connection
                ? proxy(
                        Connection.class,
                        connection,
                        (called, given, made) -> ofConnection(connection, called, given, made))
                : result;
    }

    private static @Nullable Object ofConnection(
            Connection connection, Method method, Object @Nullable [] arguments, @Nullable Object result) {
        return LOOKING.get()
                        && result instanceof PreparedStatement statement
                        && arguments != null
                        && arguments[0] instanceof String sql
                        && !method.getName().equals("prepareCall")
                ? statement(connection, sql, statement)
                : result;
    }

    /** A parameter of a statement, to be set on another that has the same. */
    @FunctionalInterface
    private interface Parameter {
        void set(PreparedStatement other) throws Throwable;
    }

    private static PreparedStatement statement(Connection connection, String sql, PreparedStatement statement) {
        List<Parameter> parameters = new ArrayList<>();
        return proxy(PreparedStatement.class, (_, method, arguments) -> {
            if (method.getName().startsWith("set") && arguments != null && arguments.length > 1) {
                parameters.add(other -> call(other, method, arguments));
            } else if (method.getName().startsWith("execute") && arguments == null) {
                try (PreparedStatement explain = connection.prepareStatement("explain (format json) " + sql)) {
                    for (Parameter parameter : parameters) {
                        parameter.set(explain);
                    }
                    PLANS.computeIfAbsent(sql, _ -> new ArrayList<>()).add(plan(explain));
                }
            }
            return call(statement, method, arguments);
        });
    }

    private static JsonNode plan(PreparedStatement explain) throws SQLException {
        try (ResultSet rows = explain.executeQuery()) {
            rows.next();
            return JSON.readTree(rows.getString(1)).get(0).get("Plan");
        }
    }
}
