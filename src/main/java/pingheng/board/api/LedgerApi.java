package pingheng.board.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import pingheng.board.LedgerQuery;
import pingheng.board.UnitLedger;
import pingheng.ledger.Entry;
import pingheng.round.RequestContext;
import pingheng.value.Code;
import pingheng.value.Login;
import pingheng.value.PointCode;
import pingheng.value.UnitCode;

@RestController
@RequestMapping("/api/v1/rounds/{round}/units/{unit}/ledger")
@Tag(name = "台账 Ledger")
class LedgerApi {
    private static final int ENTRIES = 200;

    private final UnitLedger ledger;

    LedgerApi(UnitLedger ledger) {
        this.ledger = ledger;
    }

    /** An entry as its hash covers it; both times are therefore in UTC, letter by letter. */
    record LedgerEntry(
            String chain,
            @Nullable UnitCode unit,
            long number,
            Instant at,
            Instant wall,
            Login person,
            String post,
            @JsonProperty("actor_unit") String actorUnit,
            String verb,
            String subject,
            String zh,
            String en,
            String previous,
            String hash) {
        static LedgerEntry of(Entry entry) {
            return new LedgerEntry(
                    entry.chain().key(),
                    entry.chain().unit().orElse(null),
                    entry.number(),
                    entry.at(),
                    entry.wall(),
                    entry.actor().person(),
                    entry.actor().post(),
                    Code.textOf(entry.actor().unit()),
                    entry.verb(),
                    entry.subject(),
                    entry.told().zh(),
                    entry.told().en(),
                    entry.previous(),
                    entry.hash());
        }
    }

    @GetMapping
    @Operation(summary = "台账，新的在前 · The ledger, the newest first", description = """
                    每条的 hash 是下列各值的 SHA-256，每个值写成“长度:值”加换行，长度按 UTF-16 计，依次为 \
                    previous chain number at wall person post actor_unit verb subject zh en。第 1 条的 previous 是 64 个 0。参数 chain 选择链：空为本单位，city province visit round access 只对可查阅者开放；本单位的链的 chain 就是其代码。before 取编号更小的；point office verb from to 按观测点、部门、做了什么（代码）、起止日期筛选。\
                    上级对本单位所做的记在另外的链中，上级查阅过什么见 /reads；分链之前记下的查阅本单位的人看不到，编号因此有跳跃。

                    The hash of an entry is SHA-256 over these values, each as length, colon, value, line feed, the length counted in UTF-16, \
                    in this order: previous chain number at wall person post actor_unit verb subject zh en. The previous of entry 1 is 64 zeros. \
                    The parameter chain chooses the chain: empty that of the unit, whose chain is its code; city, province, visit, round and access are open to those who may read them. \
                    With before, entries of lower numbers; with point, office, verb (a code), from and to (days) those that name the point, by the \
                    office, of the verb, in the time. What is done from above stands in other chains, and what was looked at in /reads; \
                    looks that were entered before chains were split are left out for those who belong to the unit, their numbers with them.
                    """)
    List<LedgerEntry> entries(
            RequestContext context,
            @RequestParam(defaultValue = "") String chain,
            @RequestParam(required = false) @Nullable PointCode point,
            @RequestParam(defaultValue = "") String office,
            @RequestParam(defaultValue = "") String verb,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "9223372036854775807") long before) {
        var query = LedgerQuery.of(chain, point, office, verb, from, to);
        return ledger.before(context, before, ENTRIES, query).stream()
                .map(LedgerEntry::of)
                .toList();
    }

    @GetMapping("/reads")
    @Operation(summary = "上级查阅，按单位和日期，评审阶段锁定之后 · What offices above looked at, by day, once their stage is locked")
    List<UnitLedger.Look> reads(RequestContext context) {
        return ledger.looks(context);
    }
}
