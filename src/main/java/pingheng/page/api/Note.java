package pingheng.page.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import pingheng.problem.Findings;

/** What was noticed about a table that was taken, at its place: hidden rows, columns and sheets. */
public record Note(
        String place,
        @JsonProperty("place_en") String placeEn,
        String code,
        String detail,
        @JsonProperty("detail_en") String detailEn) {
    public static List<Note> of(Findings findings) {
        return findings.notes().stream()
                .map(note -> new Note(
                        note.place().told().zh(),
                        note.place().told().en(),
                        note.code(),
                        note.sentence().zh(),
                        note.sentence().en()))
                .toList();
    }
}
