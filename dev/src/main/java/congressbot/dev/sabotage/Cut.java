package congressbot.dev.sabotage;

import java.util.Arrays;

/// A place in the code of one of our processes: the begin of a method, or each of its ends.
///
/// @param className with its package
/// @param parameters how many the method has, where others are called the same
public record Cut(String className, String method, int parameters, Moment moment) {
    /// When the method is left by an exception, no moment comes.
    enum Moment {
        BEFORE,
        AFTER
    }

    static Cut before(String className, String method, int parameters) {
        return new Cut(className, method, parameters, Moment.BEFORE);
    }

    static Cut after(String className, String method, int parameters) {
        return new Cut(className, method, parameters, Moment.AFTER);
    }

    /// Whether the code still has this place.
    public boolean exists() {
        try {
            return Arrays.stream(Class.forName(className).getDeclaredMethods())
                    .anyMatch(one -> one.getName().equals(method) && one.getParameterCount() == parameters);
        } catch (ClassNotFoundException _) {
            return false;
        }
    }
}
