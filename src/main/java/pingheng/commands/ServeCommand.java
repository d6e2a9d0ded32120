package pingheng.commands;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import pingheng.database.Database;
import pingheng.people.setup.Setup;
import pingheng.problem.Refused;
import pingheng.rehearsal.Opening;
import pingheng.rehearsal.Rehearsal;
import pingheng.rehearsal.Script;
import pingheng.round.RehearsalClock;
import pingheng.seal.SealKey;
import pingheng.time.Mode;

/** {@code serve}: the server, on a PostgreSQL of its own or another. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "启动系统：自带 PostgreSQL，或用 --database 另指一个。 Starts the server on a PostgreSQL of its own or another.")
final class ServeCommand implements Callable<Integer> {
    @Option(names = "--data", paramLabel = "DIR", description = "数据文件夹 where the data is kept")
    private Path data = Path.of("data");

    @Mixin
    private DatabaseOption database = new DatabaseOption();

    @Mixin
    private SealKeyOption sealKey = new SealKeyOption();

    @Option(names = "--port", paramLabel = "N", description = "端口 the port (${DEFAULT-VALUE})")
    private int port = 8080;

    @Option(
            names = "--address",
            paramLabel = "ADDRESS",
            description =
                    "监听的地址：演练只在本机，否则所有地址 where to listen: a rehearsal on this machine alone, otherwise everywhere")
    private @Nullable String address;

    @Option(names = "--rehearsal", description = "演练：合成数据，时间可拨动 a rehearsal on made-up data with a movable clock")
    private boolean rehearsal;

    @Option(names = "--autoplay", description = "演练中连番禺也自动演 plays the visitors' county, too")
    private boolean autoplay;

    @Option(names = "--province", paramLabel = "DIR", description = "演练所用的省 the province to rehearse on")
    private @Nullable Path province;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        try (var opened = database.open(data, System.getenv())) {
            opened.elsewhere().ifPresent(place -> say("数据库在 / the database lies at " + place));
            if (rehearsal) say("正在准备演练，约需一两分钟 / preparing the rehearsal, which takes a minute or two");
            var server = Server.start(setting(opened.database()), sealKey(opened));
            var exit = new CompletableFuture<Integer>();
            server.addApplicationListener(event -> {
                if (event instanceof org.springframework.context.event.ContextClosedEvent) exit.complete(0);
            });
            opened.whenLost(() -> {
                say("数据库意外停止，评衡随之停止 / the database has ended unexpectedly, and Pingheng with it");
                exit.complete(1);
                server.close();
            });
            if (rehearsal) rehearse(server);
            if (rehearsal) say(who());
            say("评衡已启动 / Pingheng answers at http://localhost:" + port);
            var setup = server.getBean(Setup.class).link();
            setup.ifPresent(token -> say("首次启用 / Set it up, once, at http://localhost:" + port + "/setup/" + token));
            return exit.join();
        }
    }

    /**
     * The key of the backups, made and told at the first start of a server that is no rehearsal. Whatever is wrong with it is told, and
     * the server works on without: only a backup needs the key.
     */
    private Optional<SealKey> sealKey(DatabaseOption.Opened opened) throws IOException {
        if (rehearsal || !opened.isOwn()) return Optional.empty();
        try {
            var backupKey = sealKey.backupKey(data);
            var told = sealKey.told(backupKey);
            say(told.zh() + " / " + told.en());
            return Optional.of(backupKey.key().open());
        } catch (Refused refused) {
            refused.findings().forEach(finding -> say(finding.told()));
            say("回执上没有封印公钥，备份也不会成功，直到改正 / receipts name no key of the seal, and no backup will succeed, until this is"
                    + " mended");
            return Optional.empty();
        }
    }

    private Server.Setting setting(Database database) {
        var mode = new Mode(rehearsal);
        return address == null
                ? new Server.Setting(database, data, port, mode)
                : new Server.Setting(database, data, address, port, mode);
    }

    /** In a rehearsal whoever reaches the server is let in. */
    private String who() {
        return address == null
                ? "演练不用密码即可登录，因此只有本机能打开；--address 可另指 / a rehearsal signs in without a password, so it answers on this"
                        + " machine alone; --address says otherwise"
                : "演练不用密码即可登录：凡能连到 " + address + " 的人都能进 / a rehearsal signs in without a password: whoever reaches "
                        + address + " is let in";
    }

    /** Opens the rehearsal at the first start, with the year before behind it; later ones go on where the last has been. */
    private void rehearse(ConfigurableApplicationContext server) {
        var script = server.getBean(Script.class);
        var preparing = script.preparing();
        var examples = Path.of(System.getProperty("pingheng.home", ".")).resolve("examples");
        var folder = province == null ? examples.resolve("guangdong-2020") : province;
        if (province == null) {
            server.getBean(RehearsalClock.class).start(Opening.BEGINS_EARLIER);
            script.playEarlier(folder, examples.resolve("guangdong-2019"));
        } else server.getBean(RehearsalClock.class).start(Opening.BEGINS);
        server.getBean(Rehearsal.class).begin(folder);
        script.by(folder, autoplay);
        preparing.close();
    }

    private void say(String line) {
        if (spec == null) return;
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
