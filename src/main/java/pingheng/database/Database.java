package pingheng.database;

/** Where the database is, and the two who sign in: the owner changes the schema, the app has only the rights granted to it. */
public record Database(String url, Login owner, Login app) {
    /** A role and its password; never printed. */
    public record Login(String user, String password) {
        @Override
        public String toString() {
            return user;
        }
    }
}
