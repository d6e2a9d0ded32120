package pingheng.evidence;

import pingheng.problem.Place;
import pingheng.problem.Refused;
import pingheng.problem.Sentence;

/** How a document is refused: each sentence says what it is and what to do. */
record EvidenceRefusals(FileName name) {
    private static final String KINDS_ZH = "PDF、OFD、PNG、JPEG、Word（docx、doc）、Excel（xlsx、xls）、PowerPoint（pptx、ppt）";
    private static final String KINDS_EN =
            "PDF, OFD, PNG, JPEG, Word (docx, doc), Excel (xlsx, xls), PowerPoint (pptx, ppt)";

    Refused empty() {
        return refused(
                "evidence.empty",
                "是空文件（0 字节）；请在本机打开确认后重新选择",
                "the file is empty (0 bytes): open it on your machine to see, and choose it again");
    }

    Refused other(Content content) {
        return refused(
                "evidence.type",
                "%s，内容是%s，不能接收；只接收 %s，请转成其中一种（如导出为 PDF）后再传",
                "the name %s and the content is %s, which is not taken; taken are %s: save it as one of them, say as PDF,"
                        + " and send that",
                new Object[] {claimZh(), content.zh, KINDS_ZH},
                new Object[] {claimEn(), content.en, KINDS_EN});
    }

    Refused lies(FileType type) {
        return refused(
                "evidence.type-lies",
                "%s，内容却是 %s；请确认没有选错文件，把扩展名改为 .%s 后再传（接收 %s）",
                "the name %s but the content is %s: see whether it is the file you meant, let its name end in .%s and send it"
                        + " again (taken are %s)",
                new Object[] {claimZh(), type, type.endings().getFirst(), KINDS_ZH},
                new Object[] {claimEn(), type, type.endings().getFirst(), KINDS_EN});
    }

    Refused twoKinds(FileType type) {
        return refused(
                "evidence.two-kinds",
                "是 %1$s，末尾又接有压缩包；请用原软件另存为 %1$s 后再传",
                "the file is %1$s with an archive behind its end: save it anew as %1$s and send that",
                type);
    }

    Refused cutOff() {
        return refused(
                "evidence.truncated",
                "文件不完整，可能是下载或复制中断；请在本机打开确认，重新导出后再传",
                "the file is cut off, perhaps while it was fetched or copied: open it on your machine to see, save it anew and"
                        + " send that");
    }

    Refused broken() {
        return refused(
                "evidence.broken",
                "文件内部结构有错，无法辨认；请用原软件打开并另存后再传",
                "the file is broken inside and cannot be told: open it with the program it was made with, save it anew and"
                        + " send that");
    }

    Refused bomb() {
        return refused(
                "evidence.bomb",
                "解压后异常庞大或内含文件过多，不予接收；请删去无用内容后另存再传",
                "the file would unpack to something absurdly large or has too much inside: remove what is not needed, save it"
                        + " anew and send that");
    }

    Refused encrypted() {
        return refused(
                "evidence.encrypted",
                "文件设有密码，评审人员无法打开；请去掉密码另存后再传",
                "the file has a password and nobody could review it: save it without one and send that");
    }

    Refused macros() {
        return refused(
                "evidence.macros",
                "文件含有宏，不能接收；请另存为不含宏的文档（docx、xlsx、pptx）或导出为 PDF 后再传",
                "the file has macros in it, which are not taken: save it as a document without macros (docx, xlsx, pptx) or as"
                        + " PDF and send that");
    }

    Refused picture(Picture picture) {
        return refused(
                "evidence.picture-size",
                "图片为 %d×%d 像素，每边最多 %d；请缩小或降低扫描分辨率后再传",
                "the picture has %d×%d pixels and may have %d on a side: make it smaller or scan it at a lower resolution, and"
                        + " send that",
                picture.width(),
                picture.height(),
                Picture.MOST_PIXELS);
    }

    private String claimZh() {
        var ending = name.ending();
        if (ending.isEmpty()) return "文件名没有扩展名";
        return FileType.ofEnding(ending)
                .map(type -> "文件名以 ." + ending + " 结尾（" + type + "）")
                .orElse("文件名以 ." + ending + " 结尾");
    }

    private String claimEn() {
        var ending = name.ending();
        if (ending.isEmpty()) return "has no ending";
        return FileType.ofEnding(ending)
                .map(type -> "ends in ." + ending + " (" + type + ")")
                .orElse("ends in ." + ending);
    }

    private Refused refused(String code, String zh, String en, Object... args) {
        return refused(code, zh, en, args, args);
    }

    private Refused refused(String code, String zh, String en, Object[] inZh, Object[] inEn) {
        var sentence = new Sentence(
                Sentence.of(zh, "", inZh).zh(), Sentence.of("", en, inEn).en());
        return new Refused(Place.file(name.value()), code, sentence);
    }
}
