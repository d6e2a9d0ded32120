package pingheng.problem;

/** A row of the database that cannot be read: what hangs on it is undecided and says so, and no page ends over it. */
public record StoredRow(String zh, String en) {
    /** The sentence that stands in the place of what the row should have said. */
    public Sentence unreadable(Sentence why) {
        return Sentence.of(
                "%1$s这一行无法读取：%3$s；请重新填写并保存",
                "The row %2$s cannot be read: %4$s; write it again and save", zh, en, why.zh(), why.en());
    }
}
