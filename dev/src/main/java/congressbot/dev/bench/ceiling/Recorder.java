package congressbot.dev.bench.ceiling;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Array;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Stands before the driver of PostgreSQL, and writes down what each thread does with its
/// connections. So the statements are those of the code as it is, whatever becomes of it.
final class Recorder implements Driver, AutoCloseable {
    private final Driver real;
    private final Map<Thread, List<Step>> steps = new ConcurrentHashMap<>();

    private Recorder(Driver real) {
        this.real = real;
    }

    /// Everybody in this process who asks for a connection gets one that is recorded, until this is
    /// closed.
    static Recorder install(String url) throws SQLException {
        Driver real = DriverManager.getDriver(url);
        Recorder recorder = new Recorder(real);
        // The first that was registered is asked first.
        DriverManager.deregisterDriver(real);
        DriverManager.registerDriver(recorder);
        DriverManager.registerDriver(real);
        return recorder;
    }

    /// Forgets what was recorded.
    void forget() {
        steps.clear();
    }

    /// What each thread did since.
    List<List<Step>> recorded() {
        return steps.values().stream().map(List::copyOf).toList();
    }

    @Override
    public void close() throws SQLException {
        DriverManager.deregisterDriver(this);
    }

    @Override
    public @Nullable Connection connect(String url, Properties properties) throws SQLException {
        Connection connection = real.connect(url, properties);
        return connection == null ? null : recorded(connection);
    }

    @Override
    public boolean acceptsURL(String url) throws SQLException {
        return real.acceptsURL(url);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties properties) throws SQLException {
        return real.getPropertyInfo(url, properties);
    }

    @Override
    public int getMajorVersion() {
        return real.getMajorVersion();
    }

    @Override
    public int getMinorVersion() {
        return real.getMinorVersion();
    }

    @Override
    public boolean jdbcCompliant() {
        return real.jdbcCompliant();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }

    private void add(Step step) {
        steps.computeIfAbsent(Thread.currentThread(), _ -> Collections.synchronizedList(new ArrayList<>()))
                .add(step);
    }

    private Connection recorded(Connection connection) {
        Map<Array, IntFunction<Step.Bind>> arrays = Collections.synchronizedMap(new IdentityHashMap<>());
        return proxy(Connection.class, connection, (method, arguments, result) -> {
            switch (method.getName()) {
                case "prepareStatement" -> {
                    return new Sheet((String) arguments[0], arrays)
                            .over((PreparedStatement) Objects.requireNonNull(result));
                }
                case "createArrayOf" -> {
                    String type = (String) arguments[0];
                    Object[] elements = ((Object[]) arguments[1]).clone();
                    arrays.put((Array) Objects.requireNonNull(result), index -> Step.Bind.array(index, type, elements));
                }
                case "setAutoCommit" -> add(new Step.AutoCommit((Boolean) arguments[0]));
                case "commit" -> add(new Step.Commit());
                case "rollback" -> add(new Step.Rollback());
                default -> {} // nothing that is to be repeated
            }
            return result;
        });
    }

    /// What is bound to one statement.
    private final class Sheet {
        private final String sql;
        private final Map<Array, IntFunction<Step.Bind>> arrays;
        private final Map<Integer, Step.Bind> row = new TreeMap<>();
        private final List<List<Step.Bind>> batch = new ArrayList<>();

        Sheet(String sql, Map<Array, IntFunction<Step.Bind>> arrays) {
            this.sql = sql;
            this.arrays = arrays;
        }

        PreparedStatement over(PreparedStatement statement) {
            return proxy(PreparedStatement.class, statement, (method, arguments, result) -> {
                note(method, arguments);
                return result;
            });
        }

        private void note(Method method, Object[] arguments) {
            switch (method.getName()) {
                case "execute", "executeQuery", "executeUpdate", "executeLargeUpdate" ->
                    add(new Step.Run(sql, List.of(List.copyOf(row.values()))));
                case "addBatch" -> batch.add(List.copyOf(row.values()));
                case "executeBatch", "executeLargeBatch" -> {
                    add(new Step.Run(sql, batch));
                    batch.clear();
                }
                case "clearParameters" -> row.clear();
                case "setArray" -> {
                    int index = (Integer) arguments[0];
                    row.put(
                            index,
                            Objects.requireNonNull(arrays.remove((Array) arguments[1]))
                                    .apply(index));
                }
                case String name
                when binds(name, arguments) ->
                    row.put((Integer) arguments[0], statement -> call(statement, method, arguments));
                default -> {} // nothing that is to be repeated
            }
        }

        private static boolean binds(String name, Object[] arguments) {
            return name.startsWith("set") && arguments.length > 1 && arguments[0] instanceof Integer;
        }
    }

    /// Hears of a call that was made.
    @FunctionalInterface
    private interface Ear {
        @Nullable
        Object hear(Method method, Object[] arguments, @Nullable Object result);
    }

    private static <T> T proxy(Class<T> type, T real, Ear ear) {
        return type.cast(Proxy.newProxyInstance(
                Recorder.class.getClassLoader(), new Class<?>[] {type}, (_, method, given) -> {
                    Object[] arguments = given == null ? new Object[0] : given;
                    return ear.hear(method, arguments, call(real, method, arguments));
                }));
    }

    private static @Nullable Object call(Object real, Method method, Object[] arguments) throws SQLException {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof SQLException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("the methods of an interface are public", e);
        }
    }
}
