package congressbot.dev.sabotage;

import org.jspecify.annotations.Nullable;

/// What happens at a cut.
@FunctionalInterface
interface Hook {
    /// Happens.
    ///
    /// @param result that the method is about to return; null at its begin, and where it returns nothing
    /// @param arguments of the method, its object first unless it is static; null for those that are numbers
    /// @return what it returns instead
    @Nullable
    Object reached(@Nullable Object result, @Nullable Object[] arguments) throws Exception;
}
