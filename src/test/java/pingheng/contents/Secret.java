package pingheng.contents;

import java.sql.SQLException;

/** Something that is not everybody's to know: how another world of it is made, by a number, and a query that tells what it says there. */
record Secret(String name, Change change, String value) {
    /** Makes another world of a secret. */
    interface Change {
        void make(World world, int number) throws SQLException;
    }

    /** By a statement, with {@code ?} for the number of the world. */
    static Secret of(String name, String statement, String value) {
        return new Secret(
                name,
                (world, number) -> {
                    if (world.change(statement.replace("?", String.valueOf(number))) == 0)
                        throw new IllegalStateException("nothing changed: " + name);
                },
                value);
    }
}
