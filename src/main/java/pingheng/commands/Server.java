package pingheng.commands;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import pingheng.database.Database;
import pingheng.files.Vault;
import pingheng.seal.SealKey;
import pingheng.time.Mode;
import pingheng.time.MovableClock;

/** The server: every module of the house in one program. */
@SpringBootApplication(scanBasePackages = "pingheng", proxyBeanMethods = false)
public class Server {
    /** What the command line decides before the server is put together. */
    public record Setting(Database database, Path data, String address, int port, Mode mode) {
        /** This machine alone. */
        private static final String LOOPBACK = "127.0.0.1";

        /** Every address of this machine, of either kind. */
        private static final String EVERYWHERE = "";

        /** Where nothing is said of the address: in a rehearsal one click signs in as anybody, so it answers on this machine alone. */
        public Setting(Database database, Path data, int port, Mode mode) {
            this(database, data, mode.rehearsal() ? LOOPBACK : EVERYWHERE, port, mode);
        }
    }

    /** Starts it; the database must be up to date. Nothing is known of a key that seals backups. */
    public static ConfigurableApplicationContext start(Setting setting) {
        return start(setting, Optional.empty());
    }

    /** As above; receipts print the key, so that those who hold one can tell a backup that somebody else has sealed. */
    public static ConfigurableApplicationContext start(Setting setting, Optional<SealKey> sealKey) {
        var server = new SpringApplication(Server.class);
        var properties = new HashMap<>(properties(setting));
        if (!setting.address().isEmpty()) properties.put("server.address", setting.address());
        server.setDefaultProperties(properties);
        server.addInitializers(context -> {
            var beans = context.getBeanFactory();
            beans.registerSingleton("database", setting.database());
            beans.registerSingleton("setting", setting);
            beans.registerSingleton("mode", setting.mode());
            sealKey.ifPresent(key -> beans.registerSingleton("sealKey", key));
        });
        return server.run();
    }

    private static Map<String, Object> properties(Setting setting) {
        return Map.ofEntries(
                Map.entry("server.port", setting.port()),
                Map.entry("server.compression.enabled", "true"),
                Map.entry("server.servlet.session.timeout", "4h"),
                Map.entry("server.servlet.session.cookie.same-site", "lax"),
                Map.entry("server.shutdown", "graceful"),
                // what is refused is read to its end, or the browser sees a cut line instead of the refusal
                Map.entry("server.tomcat.max-swallow-size", "300MB"),
                // the headers of one part: long names as browsers write them
                Map.entry("server.tomcat.max-part-header-size", "16KB"),
                Map.entry("spring.threads.virtual.enabled", "true"),
                Map.entry("spring.servlet.multipart.max-file-size", "100MB"),
                Map.entry("spring.servlet.multipart.max-request-size", "101MB"),
                Map.entry("spring.servlet.multipart.resolve-lazily", "true"),
                Map.entry("spring.web.resources.cache.cachecontrol.max-age", "1h"),
                Map.entry("spring.mvc.static-path-pattern", "/static/**"),
                Map.entry("spring.web.resources.static-locations", "classpath:/static/"),
                Map.entry("spring.main.banner-mode", "off"),
                Map.entry("spring.flyway.enabled", "false"),
                Map.entry("springdoc.api-docs.path", "/api/v1/openapi"),
                Map.entry("springdoc.paths-to-match", "/api/v1/**"));
    }

    @Bean
    DataSource dataSource(Database database) {
        var pool = new HikariConfig();
        pool.setJdbcUrl(database.url());
        pool.setUsername(database.app().user());
        pool.setPassword(database.app().password());
        pool.setMaximumPoolSize(24);
        return new HikariDataSource(pool);
    }

    @Bean
    Vault vault(Setting setting) throws IOException {
        var vault = new Vault(setting.data().resolve("files"));
        vault.sweep();
        return vault;
    }

    @Bean
    Clock wall() {
        return Clock.systemUTC();
    }

    @Bean
    MovableClock clock(Clock wall) {
        return new MovableClock(wall);
    }
}
