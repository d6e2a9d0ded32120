package pingheng.page;

import java.beans.PropertyEditorSupport;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;
import pingheng.text.Folding;

/** How fields of forms and variables of addresses are read: texts that a database can keep, days of four digits for the year. */
@ControllerAdvice
class Typed {
    /** The sign-in compares these sign by sign. */
    private static final Set<String> SECRETS = Set.of("password", "again", "slip");

    @InitBinder
    void bind(WebDataBinder binder) {
        boolean secret = SECRETS.contains(binder.getObjectName());
        binder.registerCustomEditor(String.class, new Text(!secret));
        binder.registerCustomEditor(LocalDate.class, new Day());
    }

    /** Folded as tables and programs' bodies are; a secret is nothing but the signs that were typed. */
    private static final class Text extends PropertyEditorSupport {
        private final boolean folded;

        Text(boolean folded) {
            this.folded = folded;
        }

        @Override
        public void setAsText(String text) {
            if (!Folding.writable(text)) throw new IllegalArgumentException("a character that is none");
            setValue(folded ? Folding.text(text) : text);
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
