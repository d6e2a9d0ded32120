package pingheng.deliberation.pages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import pingheng.deliberation.Said;
import pingheng.deliberation.Seat;
import pingheng.value.PostId;
import pingheng.value.UnitCode;
import pingheng.value.number.Version;

/** What was typed into the forms of a session, by the names of their fields. */
record SessionForm(Map<String, String> typed) {
    private static final Pattern POST = Pattern.compile("post_([0-9]{1,18})");
    private static final Pattern UNIT = Pattern.compile("(?:mark|reason|recused)_([0-9]{6})");
    private static final Pattern SEEN = Pattern.compile("([0-9]{6})#([0-9]{1,8})");

    /** The members who are ticked. */
    List<Seat> seats() {
        var seats = new ArrayList<Seat>();
        for (var field : typed.keySet()) {
            var post = POST.matcher(field);
            if (post.matches())
                seats.add(new Seat(new PostId(Long.parseLong(post.group(1))), text("region_" + post.group(1))));
        }
        return seats;
    }

    /** What is written beside each unit. */
    List<Said> said() {
        var seen = new HashMap<String, Version>();
        SEEN.matcher(text("seen"))
                .results()
                .forEach(one -> seen.put(one.group(1), Version.seen(Long.parseLong(one.group(2)))));
        return typed.keySet().stream()
                .map(UNIT::matcher)
                .filter(field -> field.matches())
                .map(field -> field.group(1))
                .distinct()
                .map(unit -> new Said(
                        new UnitCode(unit),
                        text("mark_" + unit),
                        !text("recused_" + unit).isEmpty(),
                        text("reason_" + unit),
                        seen.getOrDefault(unit, Version.NONE)))
                .toList();
    }

    private String text(String field) {
        return typed.getOrDefault(field, "");
    }
}
