package congressbot.dev.sabotage;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// An object whose class hides what a hook needs.
record Inside(Object object) {
    static Inside of(@Nullable Object object) {
        return new Inside(Objects.requireNonNull(object));
    }

    Inside field(String name) throws ReflectiveOperationException {
        Field field = object.getClass().getDeclaredField(name);
        field.setAccessible(true);
        return of(field.get(object));
    }

    Inside call(String name, Object... arguments) throws ReflectiveOperationException {
        Method method = Arrays.stream(object.getClass().getDeclaredMethods())
                .filter(one -> one.getName().equals(name) && one.getParameterCount() == arguments.length)
                .findFirst()
                .orElseThrow(() -> new NoSuchMethodException(name));
        method.setAccessible(true);
        return of(method.invoke(object, arguments));
    }

    <T> T as(Class<T> type) {
        return type.cast(object);
    }
}
