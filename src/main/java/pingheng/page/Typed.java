package pingheng.page;

import java.beans.PropertyEditorSupport;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/** How fields of forms and variables of addresses are read: texts that a database can keep, days of four digits for the year. */
@ControllerAdvice
class Typed {
    @InitBinder
    void bind(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new Text());
        binder.registerCustomEditor(LocalDate.class, new Day());
    }

    /** Neither the character 0 nor half of a pair. */
    private static final class Text extends PropertyEditorSupport {
        @Override
        public void setAsText(String text) {
            if (text.indexOf('\0') >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(text))
                throw new IllegalArgumentException("a character that is none");
            setValue(text);
        }
    }

    /** 2020-09-10. */
    private static final class Day extends PropertyEditorSupport {
        @Override
        public void setAsText(String text) {
            try {
                if (!text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) throw new IllegalArgumentException("no day");
                setValue(LocalDate.parse(text));
            } catch (DateTimeException none) {
                throw new IllegalArgumentException("no such day", none);
            }
        }
    }
}
