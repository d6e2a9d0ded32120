package pingheng.board;

import java.util.Map;
import java.util.stream.Collectors;
import pingheng.problem.Sentence;

/** The verbs of the ledger in words, for who looks for one; codes never change, and one without a title is told by its code. */
final class VerbTitles {
    private static final Map<String, Sentence> TITLES = """
            read	查阅	looked at
            ledger.begun	立链	chain begun
            ledger.gathered	记入各链末端	ends of chains entered
            deliberation.opened	合议开始	session opened
            deliberation.admitted	委员到会	members admitted
            deliberation.left	委员离席	member left
            deliberation.marked	委员打分	units marked
            deliberation.closed	合议结束	session closed
            duty.table	导入分工表	duties imported
            duty.assigned	分工	point assigned
            duty.obliged	须报送	owes
            duty.released	无须报送	owes no longer
            duty.urged	催办	urged
            duty.urging-answered	答复催办	urging answered
            evidence.added	上传证明材料	evidence filed
            evidence.cited	引用证明材料	evidence cited
            evidence.uncited	取消引用	citation taken back
            figure.reported	报送数据	figures reported
            figure.withdrawn	撤回数据	figures withdrawn
            figure.owner	改派数据	figure moved
            figure.schools	学校数据表	table of schools
            framework.published	发布指标	framework published
            people.set-up	启用系统	system opened
            people.office	开设办公室	office opened
            people.body	新增部门	body added
            people.body-changed	修改部门	body changed
            people.post	新增岗位	post added
            people.imported	导入联系人	contacts imported
            people.appointed	任用	appointed
            people.dismissed	离任	dismissed
            people.handed-over	岗位交接	post handed over
            people.slip	发放口令	slip issued
            people.password	设定密码	password set
            people.merged	撤并	merged
            people.merged-above	所辖单位撤并	unit below merged
            rectification.issued	印发意见书	letter issued
            rectification.planned	整改措施	measure planned
            rectification.proved	整改佐证	proof handed in
            rectification.checked	复查	proof checked
            result.proposed	提请发布	release proposed
            result.released	发布	released
            review.decided	评审结论	points decided
            review.agreed	一并同意	agreed together
            review.confirmed	核定数据	figure confirmed
            review.confirmation-withdrawn	撤回核定	confirmation taken back
            review.signed	签署意见	opinion signed
            round.opened	开启年度	round opened
            round.rescheduled	调整日期	rescheduled
            round.extended	延期	extended
            round.own-date	自定日期	own date
            round.clock-moved	拨动演练时钟	rehearsal clock moved
            submission.filled	填报签名	point filled in
            submission.checked	审核签名	point checked
            submission.office	办公室审定	signed off by the office
            submission.leader	领导审签	signed by the leading group
            submission.given-back	退回填表人	sent back
            submission.settled	并列文字取舍	texts settled
            submission.summarised	工作小结	work summary
            submission.frozen	定稿	frozen
            submission.lifted	撤销定稿	freeze lifted
            submission.scanned	上传盖章件	scan filed
            submission.submitted	报送	submitted
            submission.returned	退回补充	returned
            survey.imported	导入满意度	survey imported
            visit.drawn	抽取样本	sample drawn
            visit.named	指定核查	unit named
            visit.assigned	指派核查	inspectors sent
            visit.unassigned	取消指派	assignment taken back
            visit.noted	核查记录	finding noted
            visit.taken-back	撤回核查记录	finding taken back
            visit.handed-over	交会签	findings handed over
            visit.countersigned	会签	countersigned
            """.lines()
            .map(line -> line.split("\t"))
            .collect(Collectors.toMap(cells -> cells[0], cells -> new Sentence(cells[1], cells[2])));

    private VerbTitles() {}

    static Sentence of(String verb) {
        return TITLES.getOrDefault(verb, new Sentence(verb, verb));
    }
}
