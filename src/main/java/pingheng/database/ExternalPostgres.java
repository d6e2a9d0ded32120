package pingheng.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import pingheng.problem.Refused;

/** A PostgreSQL that others run, by its address. It is taken only when the app cannot change what must never change. */
public final class ExternalPostgres {
    private static final int OLDEST = 16;
    private static final Pattern ROLE = Pattern.compile("[a-z_][a-z0-9_]{0,62}");
    private static final Pattern LOGIN_IN_URL = Pattern.compile("(?i)[?&](?:user|password|sslpassword)=|//[^/?]*@");

    private static final String CHANGES_SCHEMA = """
            select rolsuper or rolcreaterole
                   or has_database_privilege(current_database(), 'create')
                   or has_schema_privilege('public', 'create')
              from pg_roles
             where rolname = current_user
            """;

    /** In the order in which they were made. */
    private static final String CHANGEABLE = """
            select relname
              from pg_class
             where relnamespace = 'public'::regnamespace
               and relkind in ('r', 'v')
               and relname <> 'flyway_schema_history'
               and (has_table_privilege(oid, 'delete, truncate') or has_any_column_privilege(oid, 'update'))
             order by oid
            """;

    private ExternalPostgres() {}

    /** Signs in as both, looks what they may, and brings the tables up to date. */
    public static Database at(String url, Database.Login owner, Database.Login app) {
        if (!url.startsWith("jdbc:postgresql:") || LOGIN_IN_URL.matcher(url).find())
            throw refused(
                    "address",
                    "地址应形如 jdbc:postgresql://主机:5432/库名，不含帐户和密码",
                    "the address is jdbc:postgresql://host:5432/name, without user and password");
        check(owner);
        check(app);
        var database = new Database(url, owner, app);
        try (var asOwner = signIn(url, owner);
                var asApp = signIn(url, app)) {
            checkServer(asApp);
            checkRights(asOwner, asApp, owner, app);
            Schema.bringUpToDate(database);
            checkTables(asApp, app);
        } catch (SQLException failed) {
            throw refused("failed", "PostgreSQL 回答：%s", "PostgreSQL says: %s", String.valueOf(failed.getMessage()));
        }
        return database;
    }

    private static void check(Database.Login login) {
        if (!ROLE.matcher(login.user()).matches())
            throw refused(
                    "role",
                    "登录名 %s 只能由小写字母、数字和下划线组成",
                    "the login %s must be lower-case letters, digits and underscores",
                    login);
    }

    private static Connection signIn(String url, Database.Login login) {
        try {
            return DriverManager.getConnection(url, login.user(), login.password());
        } catch (SQLException failed) {
            if (String.valueOf(failed.getSQLState()).startsWith("28"))
                throw refused(
                        "sign-in",
                        "不接受登录名 %s：请检查环境变量中的登录名和密码，以及 pg_hba.conf",
                        "it does not let %s sign in: check login and password in the environment, and pg_hba.conf",
                        login);
            throw refused(
                    "connection",
                    "连接不上：请检查地址、网络和数据库服务；原因：%s",
                    "cannot be reached: check the address, the network and the server; the reason: %s",
                    String.valueOf(failed.getMessage()));
        }
    }

    private static void checkServer(Connection asApp) throws SQLException {
        int version = Integer.parseInt(told(asApp, "show server_version_num")) / 10_000;
        if (version < OLDEST)
            throw refused(
                    "version",
                    "版本是 %s，需要 %s 或更新的版本（在 18 上测试过）",
                    "is version %s, but %s or later is needed (18 is what is tested)",
                    version,
                    OLDEST);
        if (!told(asApp, "show server_encoding").equals("UTF8"))
            throw refused("encoding", "数据库的编码必须是 UTF8", "the encoding of the database must be UTF8");
        if (told(asApp, "show fsync").equals("off")
                || told(asApp, "show synchronous_commit").equals("off"))
            throw refused(
                    "durable",
                    "fsync 或 synchronous_commit 已关闭，断电会丢失已提交的内容；请打开",
                    "fsync or synchronous_commit is off, what is committed is lost when the power fails: turn them on");
    }

    private static void checkRights(Connection asOwner, Connection asApp, Database.Login owner, Database.Login app)
            throws SQLException {
        if (may(asApp, isOrBelongsTo(owner)))
            throw refused(
                    "same-login",
                    "应用的登录名 %s 就是所有者，或属于所有者；必须是两个互不隶属的登录名",
                    "the login of the app, %s, is the owner or a member of it: they must be two",
                    app);
        if (may(asApp, CHANGES_SCHEMA))
            throw refused(
                    "app-changes-schema",
                    "应用的登录名 %s 可以更改表结构，太宽了；请收回（revoke create on schema public from public）",
                    "the login of the app, %s, may change the schema, which is too much:"
                            + " revoke it (revoke create on schema public from public)",
                    app);
        if (!may(asOwner, "select has_schema_privilege('public', 'create')"))
            throw refused(
                    "owner",
                    "所有者 %s 不能在 public 中建表；请授权，或让它成为数据库的所有者",
                    "the owner %s may not create tables in public: grant it, or make it the owner of the database",
                    owner);
    }

    /** A superuser is told that it is one, not that it belongs to everybody. */
    private static String isOrBelongsTo(Database.Login owner) {
        return """
                select pg_has_role(current_user, '%1$s', 'member') and (not rolsuper or current_user = '%1$s')
                  from pg_roles
                 where rolname = current_user
                """.formatted(owner.user());
    }

    private static void checkTables(Connection asApp, Database.Login app) throws SQLException {
        if (!may(asApp, "select has_table_privilege('ledger_entry', 'insert')"))
            throw refused(
                    "other-app",
                    "这些表是为另一个登录名建的，%s 没有权限；请用原来的登录名，或把它的权限授予这一个",
                    "the tables were made for another login, %s has no rights on them: use that one, or grant this one its rights",
                    app);
        for (var table : changeable(asApp))
            if (!Schema.MAY_CHANGE.containsKey(table))
                throw refused(
                        "app-changes-rows",
                        "应用的登录名 %s 可以更改 %s 的内容，而它只许追加；请收回 update、delete、truncate",
                        "the login of the app, %s, may change rows of %s, to which it may only add:"
                                + " revoke update, delete, truncate",
                        app,
                        table);
    }

    private static List<String> changeable(Connection asApp) throws SQLException {
        try (var statement = asApp.createStatement();
                var rows = statement.executeQuery(CHANGEABLE)) {
            var tables = new ArrayList<String>();
            while (rows.next()) tables.add(rows.getString(1));
            return tables;
        }
    }

    private static boolean may(Connection connection, String question) throws SQLException {
        return told(connection, question).equals("t");
    }

    private static String told(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(question)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Refused refused(String code, String zh, String en, Object... args) {
        return DatabaseRefusals.refused("PostgreSQL", "database." + code, zh, en, args);
    }
}
