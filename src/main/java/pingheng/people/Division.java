package pingheng.people;

import org.jspecify.annotations.Nullable;

/** A city or county government: its GB/T 2260 code, name, the code of the city above it, and the region it is ranked in. */
public record Division(
        String code, String name, Level level, @Nullable String parent, String region) {}
